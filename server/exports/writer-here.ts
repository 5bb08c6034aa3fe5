/** Writes on the thread that asks, for homes without another one: a page, a test. */
import type { ExportFormat } from '#core/contract/lists.ts';
import { ExportError, type ExportWriter } from './export-jobs.ts';
import { writeExport } from './export-order.ts';

/** @param formats those that work there */
export function writerHere(formats: readonly ExportFormat[]): ExportWriter {
  return {
    formats,
    write(order, progress) {
      let isStopped = false;
      const work = writeExport(order, progress).then((file) => {
        if (isStopped) throw new ExportError('failed', 'stopped');
        return file;
      });
      return {
        file: work,
        stop: () => {
          isStopped = true;
        },
      };
    },
  };
}
