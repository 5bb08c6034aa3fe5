/** A thread that writes one file and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ExportOrder, writeExport } from '#server/exports/export-order.ts';
import { readBundleFiles } from './bundle-files.ts';
import { readPdfFonts } from './pdf-fonts.ts';
import { writePdf } from './pdf-writer.ts';

/** What the thread is given. */
export type ExportTask = { readonly order: ExportOrder; readonly bundle: string | null };

/** What the thread says. */
export type ExportNews = { readonly progress: number } | { readonly file: Uint8Array<ArrayBuffer> };

const say = (news: ExportNews, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(news, transfer);

const progress = (done: number): void => say({ progress: done });

const { order, bundle } = workerData as ExportTask;
const file = await writeExport(order, progress, {
  pdf: async (input, later) => writePdf(input, await readPdfFonts(), later),
  ...(bundle === null ? {} : { page: () => readBundleFiles(bundle) }),
});
say({ file }, [file.buffer]);
