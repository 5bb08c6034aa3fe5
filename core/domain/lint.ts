/**
 * What is asked before a figure or a payment is taken: things that are mostly slips and now and then the truth. A
 * question never forbids; whoever enters confirms it, and the confirmation is on record.
 */
import type { LintFinding } from '../contract/entry.ts';
import type { Language, LintCode, Qualifier, Unit } from '../contract/lists.ts';
import { lastDay } from './dates.ts';
import { formatDate, formatPeriod, speak } from './format.ts';
import type {
  IndicatorRecord,
  IsoDate,
  PanelRecord,
  PartialDate,
  Period,
  QuestionRecord,
} from './records.ts';

type Amount = { readonly value: number; readonly qualifier: Qualifier };

export type LintDraft = Amount & {
  readonly unit: Unit;
  readonly period: Period | null;
  readonly asOf: PartialDate;
};

/** Something that the draft is held against. */
export type Named = Amount & { readonly name: string };

export type LintContext = {
  /** The statement before this one (a correction: before the one that it corrects); null = there is none. */
  readonly last: (Amount & { readonly asOf: PartialDate }) | null;
  /** What the draft is a part of, as it stands. */
  readonly wholes: readonly Named[];
  /** What is a part of the draft, as it stands. */
  readonly parts: readonly Named[];
  /** A plan or a commitment, and all that is paid of it once the draft counts; null = nothing to compare with. */
  readonly plan: (Named & { readonly total: Amount }) | null;
  /** Whether its date has to lie in its period: a plan is made before. */
  readonly isDatedInside: boolean;
  /** Field of the draft that holds the number, as the form calls it. */
  readonly field: 'value' | 'amountFen';
};

const TEN_THOUSAND = 10_000;
/** A slip of 万元 for 元 lands within this factor of the amount before. */
const NEAR = 3;

/** The most that an amount may be; null = no bound. */
const upper = ({ value, qualifier }: Amount): number | null =>
  qualifier === 'over' ? null : value;
/** The least that an amount may be; null = no bound. */
const lower = ({ value, qualifier }: Amount): number | null =>
  qualifier === 'under' || qualifier === 'cap' ? null : value;

/** Whether the one is surely more than the other, whatever their qualifiers leave open. */
export function isSurelyMore(a: Amount, b: Amount): boolean {
  const [least, most] = [lower(a), upper(b)];
  if (least === null || most === null) return false;
  const isOpen = a.qualifier === 'over' || b.qualifier === 'under';
  return isOpen ? least >= most : least > most;
}

/** How an amount jumped against the one before. */
export function jumpOf(now: number, before: number, unit: Unit): LintCode | null {
  if (before === 0 || now === before) return null;
  const ratio = Math.abs(now / before);
  if (unit === 'fen') {
    const [up, down] = [ratio / TEN_THOUSAND, ratio * TEN_THOUSAND];
    const isNear = (factor: number) => factor >= 1 / NEAR && factor <= NEAR;
    if (isNear(up) || isNear(down)) return 'unit-ten-thousand';
  }
  return ratio >= 10 || ratio <= 0.1 ? 'ten-times' : null;
}

/** Questions about a draft, in the order of the closed list; empty = nothing is odd. */
export function lintEntry(draft: LintDraft, context: LintContext, lang: Language): LintFinding[] {
  const { last, wholes, parts, plan, isDatedInside, field } = context;
  const zh = lang === 'zh';
  const say = (amount: Amount): string => speak({ ...amount, unit: draft.unit }, lang);
  const found: LintFinding[] = [];
  const ask = (code: LintCode, where: string, sentence: string) => {
    found.push({ code, field: where, sentence });
  };

  for (const whole of wholes) {
    if (isSurelyMore(draft, whole))
      ask(
        'part-over-whole',
        field,
        zh
          ? `这是“${whole.name}”的一部分，却比整体大：${say(draft)}，整体是 ${say(whole)}。`
          : `This is a part of “${whole.name}” and more than the whole: ${say(draft)} of ${say(whole)}.`,
      );
  }
  for (const part of parts) {
    if (isSurelyMore(part, draft))
      ask(
        'part-over-whole',
        field,
        zh
          ? `“${part.name}”是它的一部分，却比它大：部分是 ${say(part)}，这里填 ${say(draft)}。`
          : `“${part.name}” is a part of this and more than it: ${say(part)} of ${say(draft)}.`,
      );
  }
  const jump = last === null ? null : jumpOf(draft.value, last.value, draft.unit);
  if (last !== null && jump === 'ten-times')
    ask(
      jump,
      field,
      zh
        ? `与上一次（${formatDate(last.asOf, lang)}，${say(last)}）相差十倍或以上：这里填 ${say(draft)}。`
        : `Ten times or more away from the last one (${say(last)}, ${formatDate(last.asOf, lang)}): ${say(draft)}.`,
    );
  if (last !== null && jump === 'unit-ten-thousand')
    ask(
      jump,
      field,
      zh
        ? `与上一次（${formatDate(last.asOf, lang)}，${say(last)}）相差约一万倍：这里填 ${say(draft)}。是不是把万元当成了元，或把元当成了万元？`
        : `About ten thousand times away from the last one (${say(last)}, ${formatDate(last.asOf, lang)}): ${say(draft)}. Is the unit 万元 or 元?`,
    );
  const day = lastDay(draft.asOf);
  const { period } = draft;
  if (isDatedInside && period !== null && (day < period.from || day > period.to))
    ask(
      'outside-period',
      'asOf',
      zh
        ? `日期 ${formatDate(draft.asOf, lang)} 不在所属期间（${formatPeriod(period, lang)}）内。`
        : `${formatDate(draft.asOf, lang)} is not within its period (${formatPeriod(period, lang)}).`,
    );
  if (last !== null && day < lastDay(last.asOf))
    ask(
      'older-than-last',
      'asOf',
      zh
        ? `日期 ${formatDate(draft.asOf, lang)} 早于已有的 ${formatDate(last.asOf, lang)}（${say(last)}）。`
        : `${formatDate(draft.asOf, lang)} is before what is on record (${say(last)}, ${formatDate(last.asOf, lang)}).`,
    );
  if (plan !== null && isSurelyMore(plan.total, plan))
    ask(
      'plan-exceeded',
      field,
      zh
        ? `加上这一笔累计 ${say(plan.total)}，超过${plan.name}（${say(plan)}）。`
        : `With this it comes to ${say(plan.total)}, more than ${plan.name} (${say(plan)}).`,
    );
  return found;
}

type Relation = { readonly part: string; readonly whole: string };

const isWithin = (part: IndicatorRecord, whole: IndicatorRecord): boolean => {
  const own = Object.entries(whole.dimensions);
  return (
    part.code.startsWith(`${whole.code}.`) &&
    part.unit === whole.unit &&
    part.kind === whole.kind &&
    own.every(([name, value]) => part.dimensions[name] === value) &&
    Object.keys(part.dimensions).length > own.length
  );
};

/**
 * Which indicators are known to be parts of which: where a panel shows them so, or where the code and the dimensions
 * of one continue those of the other. Two that an open question keeps apart are never held against each other.
 */
export function relationsOf(
  code: string,
  records: {
    readonly indicators: readonly IndicatorRecord[];
    readonly panels: readonly Pick<PanelRecord, 'blocks'>[];
    readonly questions: readonly Pick<QuestionRecord, 'indicators' | 'arisesOn' | 'settledOn'>[];
  },
  asOf: IsoDate,
): Relation[] {
  const { indicators, panels, questions } = records;
  const byCode = new Map(indicators.map((row) => [row.code, row]));
  const own = byCode.get(code);
  if (own === undefined) return [];
  const shown = panels.flatMap(({ blocks }) =>
    blocks.flatMap((block): Relation[] => {
      if (block.kind === 'ratio') return [{ part: block.part, whole: block.whole }];
      return block.kind === 'pipeline' ? [{ part: block.part, whole: block.total }] : [];
    }),
  );
  const named = indicators.flatMap((row): Relation[] => {
    if (isWithin(row, own)) return [{ part: row.code, whole: code }];
    return isWithin(own, row) ? [{ part: code, whole: row.code }] : [];
  });
  const isApart = ({ part, whole }: Relation): boolean =>
    questions.some(
      (row) =>
        row.arisesOn <= asOf &&
        (row.settledOn === null || row.settledOn > asOf) &&
        row.indicators.includes(part) &&
        row.indicators.includes(whole),
    );
  const seen = new Set<string>();
  return [...shown, ...named].filter((relation) => {
    const key = `${relation.part} ${relation.whole}`;
    const concerns = relation.part === code || relation.whole === code;
    if (!concerns || seen.has(key) || isApart(relation)) return false;
    seen.add(key);
    return byCode.get(relation.part)?.unit === byCode.get(relation.whole)?.unit;
  });
}
