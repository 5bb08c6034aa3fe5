/** What holds for one state of the store, read once for all who ask meanwhile. */
import type { DataVersion } from '#server/http/answers.ts';

export type AtVersion = {
  /** The value of that name, read by `make` where nobody did so yet. Never older than the version. */
  read<T>(name: string, make: () => Promise<T>): Promise<T>;
};

/** Tells the present state; what is known of the one before is forgotten. */
export function createAtVersion(dataVersion: DataVersion): () => Promise<AtVersion> {
  let held: { readonly version: number; readonly values: Map<string, Promise<unknown>> } | null =
    null;
  return async () => {
    const version = await dataVersion();
    if (held?.version !== version) held = { version, values: new Map() };
    const { values } = held;
    return {
      read<T>(name: string, make: () => Promise<T>): Promise<T> {
        const known = values.get(name) as Promise<T> | undefined;
        if (known !== undefined) return known;
        const value = make();
        values.set(name, value);
        value.catch(() => values.delete(name));
        return value;
      },
    };
  };
}
