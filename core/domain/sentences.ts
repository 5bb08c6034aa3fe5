/** The sentences that the numbers speak. Arithmetic, not blame; every number comes with its qualifier. */
import type { Language, LightRule, Qualifier, Unit } from '../contract/lists.ts';
import { daysBetween } from './dates.ts';
import {
  formatDate,
  formatDayInText,
  formatPercent,
  formatPeriod,
  formatPoints,
  speak,
  speakPercent,
} from './format.ts';
import type { LightVerdict } from './light.ts';
import type { Outlook } from './outlook.ts';
import type { IsoDate, Period } from './records.ts';
import { isLevel } from './schedule.ts';
import { lowerFirst } from './text.ts';

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`;

/** When a date falls, seen from the asked day: today, in n days, n days ago. */
export function dueWords(dueInDays: number, lang: Language): string {
  if (lang === 'zh') {
    if (dueInDays === 0) return '今日到期';
    return dueInDays > 0 ? `还有 ${dueInDays} 天到期` : `已过 ${-dueInDays} 天`;
  }
  if (dueInDays === 0) return 'due today';
  return dueInDays > 0 ? `due in ${days(dueInDays)}` : `${days(-dueInDays)} past due`;
}

/** Why this light: the rule that held, with its inputs. `subject` is the milestone's title, or the task's. */
export function whyLight(
  verdict: LightVerdict,
  subject: string,
  nearDays: number,
  asOf: IsoDate,
  lang: Language,
): string {
  const day = verdict.due === null ? '' : formatDayInText(verdict.due, lang, asOf);
  const left = verdict.dueInDays ?? 0;
  const when = dueWords(left, lang);
  const title = `“${verdict.milestone?.title ?? subject}”`;
  const last = verdict.lastSign === null ? '' : formatDayInText(verdict.lastSign, lang, asOf);
  const silent = verdict.lastSign === null ? 0 : daysBetween(verdict.lastSign, asOf);
  const zh: Record<LightRule, string> = {
    'owner-confirmed-all-ticked': '节点全部完成，责任部门已确认。',
    'owner-reported-blocked': '责任部门报告受阻。',
    'milestone-past-due': `${title}应于 ${day}完成，${when}，尚未勾选。`,
    'due-within-days': `${title}${when}（${day}）；到期前 ${nearDays} 天起提示。`,
    'owner-reported-at-risk': '责任部门报告有风险，日期本身还没有临近。',
    'report-too-old': `最近一次进展在 ${last}，已过 ${silent} 天，超出约定的填报周期。`,
    'reported-nothing-due': `已有填报或已完成的节点，${nearDays} 天内没有到期。`,
    'never-reported': '登记以后没有填报，也没有完成过节点。',
  };
  const en: Record<LightRule, string> = {
    'owner-confirmed-all-ticked': 'All milestones are ticked and the owner has confirmed.',
    'owner-reported-blocked': 'The owner reports that it is blocked.',
    'milestone-past-due': `${title} was due on ${day}, ${days(-left)} ago, and is not ticked.`,
    'due-within-days': `${title} is ${when} (${day}); the warning starts ${days(nearDays)} before.`,
    'owner-reported-at-risk': 'The owner reports that it is at risk; no date is near yet.',
    'report-too-old': `The last progress is of ${last}, ${days(silent)} ago: longer than the agreed rhythm.`,
    'reported-nothing-due': `There is a report or a ticked milestone, and nothing is due within ${days(nearDays)}.`,
    'never-reported': 'Never reported since it was registered, and no milestone is ticked.',
  };
  return (lang === 'zh' ? zh : en)[verdict.rule];
}

/** `label` is the ledger's own word for the amount; null = the kind's. */
type Amount = {
  readonly amountFen: number;
  readonly qualifier: Qualifier;
  readonly label: string | null;
};

export type FundSentenceInput = {
  readonly name: string;
  readonly disbursed: Amount | null;
  /** True where payments are on record, but bounds of different kinds keep them from being summed. */
  readonly isUnsummable: boolean;
  readonly whole:
    | (Amount & { readonly of: 'planned' | 'committed'; readonly period: Period | null })
    | null;
  readonly share: { readonly percent: number; readonly qualifier: Qualifier } | null;
  readonly schedule: {
    readonly expectedPercent: number;
    readonly gapPoints: number;
    readonly on: IsoDate;
  } | null;
  readonly asOf: IsoDate;
};

/** Joins Chinese words; a number, and what begins or ends with one, keeps a space to its neighbour. */
const join = (a: string, b: string): string =>
  `${a}${/[\w%]$/.test(a) || /^[\w<-]/.test(b) ? ' ' : ''}${b}`;

/** A share inside a Chinese sentence, with the word that its qualifier has there. */
function shareInText({ percent, qualifier }: NonNullable<FundSentenceInput['share']>): string {
  const text = formatPercent(percent);
  switch (qualifier) {
    case 'exact':
      return ` ${text}`;
    case 'over':
      return ` ${text} 以上`;
    case 'under':
      return `不到 ${text}`;
    case 'cap':
      return `至多 ${text}`;
  }
}

/** What the share is of: the ledger's own label, else the plan with its period, else the commitment. */
function wholeWord(whole: NonNullable<FundSentenceInput['whole']>, lang: Language): string {
  if (whole.label !== null) return lang === 'zh' ? whole.label : `the ${lowerFirst(whole.label)}`;
  if (whole.of === 'committed') return lang === 'zh' ? '承诺' : 'the commitment';
  if (whole.period === null) return lang === 'zh' ? '计划' : 'the plan';
  const period = formatPeriod(whole.period, lang);
  if (lang === 'en') return `the plan for ${period}`;
  return join(period, '计划');
}

/** Of a paid amount that is only a bound, the gap is one too: what goes before it, with its space. */
export function gapBound(gapPoints: number, qualifier: Qualifier, lang: Language): string {
  if (qualifier === 'exact') return '';
  const isAtMost = (qualifier === 'over') === gapPoints < 0;
  if (lang === 'zh') return isAtMost ? '至多 ' : '至少 ';
  return isAtMost ? 'at most ' : 'at least ';
}

/** Behind or ahead by how much. */
function gapWords(gapPoints: number, qualifier: Qualifier, lang: Language): string {
  if (isLevel(gapPoints)) return lang === 'zh' ? '与序时持平' : 'level with it';
  const gap = `${gapBound(gapPoints, qualifier, lang)}${formatPoints(gapPoints, lang)}`;
  const isBehind = gapPoints < 0;
  if (lang === 'en') return `${gap} ${isBehind ? 'behind' : 'ahead'}`;
  return `${isBehind ? '落后' : '超前'}${qualifier === 'exact' ? ' ' : ''}${gap}`;
}

/** One sentence on a fund: what was paid, of what, against which schedule, on which day. */
export function fundSentence(input: FundSentenceInput, lang: Language): string {
  const { name, disbursed, whole, share, schedule } = input;
  const isZh = lang === 'zh';
  if (disbursed === null) {
    if (input.isUnsummable)
      return isZh
        ? `${name}：拨付记录的上限、下限不一，不能合计。`
        : `${name}: the disbursements on record are bounds of different kinds and cannot be summed.`;
    return isZh ? `${name}：还没有拨付记录。` : `${name}: no disbursement on record.`;
  }
  const say = ({ amountFen, qualifier }: Amount): string =>
    speak({ value: amountFen, unit: 'fen', qualifier }, lang);
  const verb = isZh ? (disbursed.label ?? '已拨付') : lowerFirst(disbursed.label ?? 'disbursed');
  const paid = isZh
    ? `${name}${join(verb, say(disbursed))}`
    : `${name}, ${verb}: ${say(disbursed)}`;
  if (whole === null) return isZh ? `${paid}，来源未列总额。` : `${paid}; the total is not listed.`;
  const word = wholeWord(whole, lang);
  if (share === null)
    return isZh ? `${paid}；${join(word, say(whole))}。` : `${paid}; ${word} is ${say(whole)}.`;
  const base = isZh
    ? `${paid}，${join('占', join(word, say(whole)))}的${shareInText(share)}`
    : `${paid}, ${speakPercent(share.percent, share.qualifier, 'en')} of ${word} (${say(whole)})`;
  if (schedule === null) return isZh ? `${base}。` : `${base}.`;
  const expected = formatPercent(schedule.expectedPercent);
  const day = formatDate(schedule.on, lang, input.asOf);
  const gap = gapWords(schedule.gapPoints, share.qualifier, lang);
  return isZh
    ? `${base}；${day} 序时 ${expected}，${gap}。`
    : `${base}; schedule on ${day}: ${expected}, ${gap}.`;
}

/**
 * Where the pace so far leads and what the rest asks for. `plan` is the whole that the percentages are of.
 * The assumption (the same pace every day) is named.
 */
export function outlookSentence(
  outlook: Outlook,
  plan: { readonly value: number; readonly unit: Unit },
  lang: Language,
): string {
  const projected = formatPercent(outlook.projectedPercent);
  const amount = (percent: number): string => {
    const value = (plan.value * percent) / 100;
    const { unit } = plan;
    return speak(
      { value: unit === 'fen' ? Math.round(value) : value, unit, qualifier: 'exact' },
      lang,
    );
  };
  const zh = lang === 'zh';
  const pace = zh
    ? `若按至今的平均进度，期末到 ${projected}`
    : `At the average pace so far, the period ends at ${projected}`;
  if (outlook.remainingPercent <= 0) return zh ? '已达到计划。' : 'The plan is reached.';
  if (outlook.requiredPerDayPercent === null)
    return zh
      ? `期限已过，还差 ${amount(outlook.remainingPercent)}。`
      : `The period is over; still missing: ${amount(outlook.remainingPercent)}.`;
  const { remainingDays } = outlook;
  const required = amount(outlook.requiredPerDayPercent);
  const sofar = amount(outlook.pacePerDayPercent);
  return zh
    ? `${pace}；按期完成，余下 ${remainingDays} 天平均每天需 ${required}，至今平均每天 ${sofar}（推算）。`
    : `${pace}; to reach the plan, ${remainingDays === 1 ? 'the last day needs' : `the remaining ${remainingDays} days need`} ${required} a day on average, against ${sofar} so far (derived).`;
}

/** The finding about a task's nearest date. */
export function taskDueTitle(
  kind: 'overdue' | 'due-soon' | 'blocked',
  dueInDays: number | null,
  lang: Language,
): string {
  const head = {
    zh: { overdue: '逾期', 'due-soon': '临期', blocked: '受阻' },
    en: { overdue: 'Overdue', 'due-soon': 'Due soon', blocked: 'Blocked' },
  }[lang][kind];
  if (dueInDays === null) return head;
  if (lang === 'zh') return `${head} · ${dueWords(dueInDays, 'zh')}`;
  if (dueInDays === 0) return `${head} · today`;
  return `${head} · ${dueInDays > 0 ? 'in' : 'by'} ${days(Math.abs(dueInDays))}`;
}
