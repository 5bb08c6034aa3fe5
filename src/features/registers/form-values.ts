/** Between a record and what stands in its form: texts for lists, empty fields for what is not known. */
import type { FieldDescription } from './fields.ts';

type Tree = { [name: string]: unknown };

export function valueAt(tree: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Tree | null | undefined)?.[name] ?? null, tree);
}

function put(tree: Tree, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = tree;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Tree;
  }
  at[last] = value;
}

type Both = { readonly zh: string; readonly en: string };

const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const halves = (line: string, mark: string): [string, string] => {
  const at = line.indexOf(mark);
  return at === -1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + mark.length).trim()];
};

/** What the form shows of a record. */
export function formValues(described: readonly FieldDescription[], record: unknown): Tree {
  const values: Tree = {};
  for (const { path, kind } of described) {
    const value = valueAt(record, path);
    if (kind === 'lines')
      put(values, path, ((value ?? []) as Both[]).map(({ zh, en }) => `${zh} | ${en}`).join('\n'));
    else if (kind === 'pairs')
      put(
        values,
        path,
        Object.entries((value ?? {}) as Record<string, string>)
          .map(([name, text]) => `${name} = ${text}`)
          .join('\n'),
      );
    else if (kind === 'points')
      put(
        values,
        path,
        ((value ?? []) as { on: string; value: number }[])
          .map((point) => `${point.on} = ${point.value}`)
          .join('\n'),
      );
    else if (kind === 'switch') put(values, path, value === true);
    else if (value !== null) put(values, path, value);
  }
  return values;
}

const text = (value: unknown): string => String(value ?? '').trim();

function stated({ kind, optional }: FieldDescription, value: unknown): unknown {
  switch (kind) {
    case 'lines':
      return linesOf(value).map((line) => {
        const [zh, en] = halves(line, '|');
        return { zh, en: en === '' ? zh : en };
      });
    case 'pairs':
      return Object.fromEntries(linesOf(value).map((line) => halves(line, '=')));
    case 'points': {
      const points = linesOf(value).map((line) => {
        const [on, amount] = halves(line, '=');
        return { on, value: Number(amount) };
      });
      return points.length === 0 ? null : points;
    }
    case 'both':
    case 'long': {
      const { zh, en } = (value ?? {}) as Partial<Both>;
      const isEmpty = text(zh) === '' && text(en) === '';
      return optional && isEmpty ? null : { zh: text(zh), en: text(en) };
    }
    case 'number':
      return value === '' || value === undefined ? null : value;
    case 'switch':
      return value === true;
    case 'choices':
    case 'records':
      return value ?? [];
    default:
      return text(value) === '' ? null : text(value);
  }
}

/** What is sent of the form: null for what was left empty. A ledger without its fund is none. */
export function statedValues(described: readonly FieldDescription[], values: unknown): Tree {
  const body: Tree = {};
  for (const field of described) put(body, field.path, stated(field, valueAt(values, field.path)));
  const ledger = body.ledger as
    | { fund: unknown; period: { from: unknown; to: unknown } }
    | undefined;
  if (ledger !== undefined) {
    const hasNoPeriod = ledger.period.from === null && ledger.period.to === null;
    body.ledger =
      ledger.fund === null ? null : { ...ledger, period: hasNoPeriod ? null : ledger.period };
  }
  return body;
}
