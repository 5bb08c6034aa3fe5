/** A record that the store refuses; nothing of its dataset was written. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly table: string;
  /** Key of the refused record. */
  readonly row: string;
  readonly field: string;

  constructor(table: string, row: string, field: string, why: string) {
    super(`${table} ${row}, ${field}: ${why}`);
    this.table = table;
    this.row = row;
    this.field = field;
  }
}
