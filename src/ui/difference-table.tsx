import type { Difference } from '#src/lib/differences.ts';

export type DifferenceTableProps = {
  rows: readonly Difference[];
  caption: string;
  field: string;
  before: string;
  after: string;
  /** What stands where there is nothing. */
  nothing: string;
  /** A field's name as readers know it. */
  fieldName: (path: string) => string;
};

/** Two states of one thing, field by field. */
export function DifferenceTable(props: DifferenceTableProps) {
  const { rows, caption, field, before, after, nothing, fieldName } = props;
  const cell = (text: string | null) =>
    text === null ? <span className="muted">{nothing}</span> : text;
  return (
    <table className="difference">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{fieldName(row.path)}</th>
            <td>{cell(row.before)}</td>
            <td>{cell(row.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
