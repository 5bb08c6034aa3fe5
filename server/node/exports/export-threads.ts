/** Writes each file on a thread of its own, so that whoever reads meanwhile waits for nothing. */
import { Worker } from 'node:worker_threads';
import { ExportError, type ExportWriter, type Writing } from '#server/exports/export-jobs.ts';
import { codeOf } from '../start-error.ts';
import { isBundleBuilt } from './bundle-files.ts';
import type { ExportNews, ExportTask } from './export-worker.ts';

/** Memory of a thread beside the file itself. */
const HEAP_MB = 380;

/** @param bundle folder of the page that an offline bundle carries; without it, and the page in it, none is made */
export const exportThreads = (bundle: string | null): ExportWriter => ({
  formats: [
    ...(['pdf', 'pptx', 'xlsx', 'docx', 'csv', 'json'] as const),
    ...(bundle !== null && isBundleBuilt(bundle) ? (['bundle'] as const) : []),
  ],
  write(order, progress): Writing {
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
      workerData: { order, bundle } satisfies ExportTask,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const file = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.on('message', (news: ExportNews) => {
        if ('file' in news) resolve(news.file);
        else progress(news.progress);
      });
      worker.once('error', (error) => {
        const isFull = codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(
          new ExportError(isFull ? 'too-large' : 'failed', 'the thread failed', { cause: error }),
        );
      });
      worker.once('exit', () => reject(new ExportError('failed', 'the thread ended')));
    });
    return { file, stop: () => void worker.terminate() };
  },
});
