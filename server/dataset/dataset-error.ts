import type { Language } from '#core/contract/lists.ts';

/** A record that the store refuses; nothing of its dataset was written. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly table: string;
  /** Key of the refused record. */
  readonly row: string;
  readonly field: string;
  /** Why, for whoever typed it. */
  readonly words: Readonly<Record<Language, string>>;

  /** @param zh the reason in Chinese; left out where no person can have typed it */
  constructor(table: string, row: string, field: string, why: string, zh = '这个值不能用。') {
    super(`${table} ${row}, ${field}: ${why}`);
    this.table = table;
    this.row = row;
    this.field = field;
    this.words = { zh, en: `${why.charAt(0).toUpperCase()}${why.slice(1)}.` };
  }
}
