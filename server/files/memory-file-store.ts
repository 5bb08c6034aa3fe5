import type { ExportFiles } from '#server/exports/export-jobs.ts';

/** Contents in this process's memory: the demo's, and those of tests. */
export function memoryFileStore(): ExportFiles {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: async (hash, content) => {
      contents.set(hash, content.slice());
    },
    get: async (hash) => contents.get(hash) ?? null,
    remove: async (hash) => {
      contents.delete(hash);
    },
  };
}
