/** Rows in turns of at most `size`, in their order: one statement, or one look into memory, takes only so many. */
export function* chunks<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** Ids in one statement; both engines take far more. */
export const IDS_PER_STATEMENT = 1000;
