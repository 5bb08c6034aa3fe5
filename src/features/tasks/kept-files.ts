/** Files that are not taken in by the server yet, kept on this device; where it has no IndexedDB, as long as the page. */

const NAME = 'reform-cockpit.files';
const STORE = 'files';
const inMemory = new Map<string, Blob>();

const asPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((settle, fail) => {
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
  });

async function open(): Promise<IDBDatabase | null> {
  if (typeof indexedDB === 'undefined') return null;
  try {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return await asPromise(request);
  } catch {
    return null; // barred, as in some private windows
  }
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const db = await open();
  if (db === null) return undefined;
  try {
    return await asPromise(act(db.transaction(STORE, mode).objectStore(STORE)));
  } catch {
    return undefined; // no room: the copy in memory has to do
  } finally {
    db.close();
  }
}

export async function keepFile(id: string, content: Blob): Promise<void> {
  inMemory.set(id, content);
  await inStore('readwrite', (store) => store.put(content, id));
}

/** null = this device does not have it any more. */
export async function keptFile(id: string): Promise<Blob | null> {
  const found = inMemory.get(id) ?? (await inStore<unknown>('readonly', (store) => store.get(id)));
  return found instanceof Blob ? found : null;
}

export async function forgetFile(id: string): Promise<void> {
  inMemory.delete(id);
  await inStore('readwrite', (store) => store.delete(id));
}
