import type { FileStore } from '#server/http/services.ts';

/** Contents in this process's memory: the demo's, and those of tests. */
export function memoryFileStore(): FileStore {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: async (hash, content) => {
      contents.set(hash, content.slice());
    },
    get: async (hash) => contents.get(hash) ?? null,
  };
}
