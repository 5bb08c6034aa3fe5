import { type ReactNode, useState } from 'react';
import type {
  LintFinding,
  MovementInput,
  ObservationInput,
  Submission,
} from '#core/contract/entry.ts';
import type { EntryStatement } from '#core/contract/entry-sheet.ts';
import type { LintCode } from '#core/contract/lists.ts';
import { isCounted } from '#core/domain/counted.ts';
import { isPartialDate } from '#core/domain/dates.ts';
import {
  type ReadNumber,
  readDecimal,
  readMoney,
  unitOf,
  writeMoney,
} from '#core/domain/decimal-text.ts';
import { type Entry, useEnter } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { newKey } from '#src/lib/new-key.ts';
import { ApiError } from '#src/lib/request.ts';
import { useRefusal } from '#src/ui/refusal.tsx';
import { type Draft, emptyDraft, useEntryDrafts } from './drafts.ts';
import type { Item } from './items.ts';
import { useEnterWords } from './words.ts';

/** What keeps a draft from being taken, by field of the form. */
export type Faults = Partial<
  Record<'text' | 'label' | 'asOf' | 'period' | 'source' | 'supersedes' | 'reason', string>
>;

const DECIMALS = 6;

/** What is typed, as the contract counts it. */
export function readText(item: Item, { text, moneyUnit }: Draft): ReadNumber {
  if (item.unit === 'fen') return readMoney(text, moneyUnit);
  const counted = item.kind === 'figure' && isCounted(item.unit, item.row.indicator.kind);
  return readDecimal(text, counted ? 0 : DECIMALS);
}

/** What was called in one language only is called the same in the other. */
function labelOf(draft: Draft): MovementInput['label'] {
  const [zh, en] = [draft.labelZh.trim(), draft.labelEn.trim()];
  return zh === '' && en === '' ? null : { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
}

function inputOf(item: Item, draft: Draft, value: number): Entry {
  const { from, to } = draft;
  const common = {
    qualifier: draft.qualifier,
    period: from === '' ? null : { from, to },
    asOf: draft.asOf.trim(),
    source: draft.source === '' ? null : draft.source,
    supersedes: draft.supersedes === '' ? null : draft.supersedes,
    reason: draft.reason.trim() === '' ? null : draft.reason.trim(),
    confirmed: [...draft.confirmed],
    mends: draft.returned === '' ? null : draft.returned,
  };
  const [, ...rest] = item.name.split(':');
  const id = rest.join(':');
  return item.kind === 'figure'
    ? { kind: 'figure', id, input: { value, ...common } }
    : {
        kind: 'fund',
        id,
        input: { kind: draft.movement, amountFen: value, label: labelOf(draft), ...common },
      };
}

/** Path of the contract as the field of the form. */
const fieldOf = (path: string): keyof Faults => {
  const [name = ''] = path.split('.');
  if (name === 'value' || name === 'amountFen') return 'text';
  return ['label', 'asOf', 'period', 'source', 'supersedes', 'reason'].includes(name)
    ? (name as keyof Faults)
    : 'text';
};

/** What is on record or was put forward, as fields of the form. */
function fieldsOf(
  {
    qualifier,
    asOf,
    period,
    source,
  }: Pick<EntryStatement, 'qualifier' | 'asOf' | 'period' | 'source'>,
  value: number,
  item: Item,
): Partial<Draft> {
  const money = item.unit === 'fen' ? unitOf(value) : null;
  return {
    ...(money === null
      ? { text: String(value) }
      : { text: writeMoney(value, money), moneyUnit: money }),
    qualifier,
    asOf,
    from: period?.from ?? '',
    to: period?.to ?? '',
    source: source ?? '',
  };
}

/** The draft that a returned submission was, to be mended. */
function returnedDraft({ id, input }: Submission, item: Item, today: string): Draft {
  const entry = input as ObservationInput | MovementInput;
  const isMovement = 'amountFen' in entry;
  return {
    ...emptyDraft(today),
    ...fieldsOf(entry, isMovement ? entry.amountFen : entry.value, item),
    ...(isMovement
      ? { movement: entry.kind, labelZh: entry.label?.zh ?? '', labelEn: entry.label?.en ?? '' }
      : {}),
    supersedes: entry.supersedes ?? '',
    reason: entry.reason ?? '',
    returned: id,
  };
}

/** A draft that begins as the statement which it corrects. */
function correcting(draft: Draft, item: Item, statement: EntryStatement): Draft {
  return {
    ...draft,
    ...fieldsOf(statement, statement.value, item),
    movement: statement.movement ?? draft.movement,
    // Left empty, it goes on being called what it is called.
    labelZh: '',
    labelEn: '',
    supersedes: statement.id,
  };
}

export type EntryAsk = {
  readonly account: string;
  readonly item: Item;
  readonly today: string;
  /** The reader's entry that came back from review; null = none did. The form begins as what it was. */
  readonly returned: Submission | null;
};

/** The draft of one item, kept at every change, and the way to send it. */
export function useEntry({ account, item, today, returned }: EntryAsk) {
  const w = useEnterWords();
  const refusalOf = useRefusal();
  const name = `${account} ${item.name}`;
  const kept = useEntryDrafts((state) => state.drafts[name]);
  const keep = useEntryDrafts((state) => state.keep);
  const drop = useEntryDrafts((state) => state.drop);
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<Faults>({});
  const [questions, setQuestions] = useState<readonly LintFinding[]>([]);
  const [refusal, setRefusal] = useState<ReactNode>(null);
  const [done, setDone] = useState<string | null>(null);
  const enter = useEnter(useLanguage());
  const draft: Draft = kept ?? {
    ...(returned === null ? emptyDraft(today) : returnedDraft(returned, item, today)),
    key,
  };

  const change = (next: Partial<Draft>) => {
    // Whatever was confirmed was said of another number.
    const confirmed = 'confirmed' in next ? {} : { confirmed: [] };
    keep(name, { ...draft, ...confirmed, ...next });
    if (!('confirmed' in next)) setQuestions([]);
    setDone(null);
    setRefusal(null);
  };

  const discard = () => {
    drop(name);
    setKey(newKey());
    setFaults({});
    setQuestions([]);
    setRefusal(null);
  };

  /** What was returned takes the place of the draft. */
  const takeReturned = () => {
    discard();
    if (returned !== null) keep(name, returnedDraft(returned, item, today));
  };

  const own = (): Faults => {
    const read = readText(item, draft);
    const isHalf = (draft.from === '') !== (draft.to === '');
    return {
      ...('fault' in read ? { text: w.numberFaults[read.fault] } : {}),
      ...(isPartialDate(draft.asOf.trim()) ? {} : { asOf: w.badDate }),
      ...(isHalf ? { period: w.badPeriod } : {}),
      ...(draft.supersedes !== '' && draft.reason.trim() === '' ? { reason: w.noReason } : {}),
    };
  };

  const refused = (error: Error) => {
    if (!(error instanceof ApiError)) return setRefusal(w.noConnection);
    const { problem } = error;
    if (problem === null) return setRefusal(refusalOf(error));
    if (problem.code === 'confirm-first') return setQuestions(problem.questions ?? []);
    const at: Faults = {};
    for (const field of problem.fields) at[fieldOf(field.path)] ??= field.message;
    setFaults(at);
    if (problem.code === 'key-reused') {
      keep(name, { ...draft, key: newKey() });
      setRefusal(w.reused);
    } else if (problem.fields.length === 0) setRefusal(refusalOf(error));
  };

  const submit = () => {
    const found = own();
    setFaults(found);
    setRefusal(null);
    const read = readText(item, draft);
    if (Object.keys(found).length > 0 || 'fault' in read) return;
    keep(name, draft);
    enter.mutate(
      { entry: inputOf(item, draft, read.value), key: draft.key },
      {
        onError: refused,
        onSuccess: ({ outcome }) => {
          discard();
          setDone(outcome === 'waiting' ? w.put : w.recorded);
        },
      },
    );
  };

  const confirm = (code: LintCode, is: boolean) => {
    const others = draft.confirmed.filter((one) => one !== code);
    change({ confirmed: is ? [...others, code] : others });
  };

  return {
    draft,
    isKept: kept !== undefined,
    faults,
    questions,
    refusal,
    done,
    isSending: enter.isPending,
    change,
    correct: (statement: EntryStatement | null) =>
      statement === null
        ? change({ ...emptyDraft(today), key: draft.key, returned: draft.returned })
        : change(correcting(draft, item, statement)),
    confirm,
    discard,
    takeReturned,
    submit,
  };
}

export type EntryState = ReturnType<typeof useEntry>;
