/** What can be entered, as the list and the address name it. */
import type { Submission } from '#core/contract/entry.ts';
import type { EntrySheet, EntryStatement } from '#core/contract/entry-sheet.ts';
import type { Unit } from '#core/contract/lists.ts';

export type FigureRow = EntrySheet['figures'][number];
export type FundRow = EntrySheet['funds'][number];

export type Item = {
  /** `figure:<code>` or `fund:<id>`. */
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly waiting: number;
} & (
  | { readonly kind: 'figure'; readonly row: FigureRow }
  | { readonly kind: 'fund'; readonly row: FundRow }
);

/** Name of the item that a submission of a figure or a movement is about. */
export const itemNameOf = ({ kind, subject }: Pick<Submission, 'kind' | 'subject'>): string =>
  kind === 'movement' ? `fund:${subject}` : `figure:${subject}`;

export function itemsOf({ figures, funds }: EntrySheet): Item[] {
  return [
    ...funds.map((row): Item => {
      const { id, name } = row.fund;
      return {
        kind: 'fund',
        name: `fund:${id}`,
        title: name,
        unit: 'fen',
        waiting: row.waiting,
        row,
      };
    }),
    ...figures.map((row): Item => {
      const { code, name, unit } = row.indicator;
      return {
        kind: 'figure',
        name: `figure:${code}`,
        title: name,
        unit,
        waiting: row.waiting,
        row,
      };
    }),
  ];
}

/** Newest first: of a figure what stands, of a fund the newest of each kind. */
export function statementsOf(item: Item): EntryStatement[] {
  if (item.kind === 'fund')
    return item.row.movements.map((row) => ({ ...row, value: row.amountFen, movement: row.kind }));
  const { standing } = item.row;
  return standing === null ? [] : [{ ...standing, movement: null, label: null }];
}
