/** The sentences that the numbers speak. Arithmetic, not blame; every number comes with its qualifier. */
import type { Language, LightRule, Qualifier, Unit } from '../contract/lists.ts';
import { formatDate, formatDayInText, formatPercent, formatPoints, speak } from './format.ts';
import type { LightVerdict } from './light.ts';
import type { Outlook } from './outlook.ts';
import type { IsoDate } from './records.ts';

/** When a date falls, seen from the asked day: today, in n days, n days ago. */
export function dueWords(dueInDays: number, lang: Language): string {
  if (lang === 'zh') {
    if (dueInDays === 0) return '今日到期';
    return dueInDays > 0 ? `还有 ${dueInDays} 天到期` : `已过 ${-dueInDays} 天`;
  }
  if (dueInDays === 0) return 'due today';
  const days = Math.abs(dueInDays) === 1 ? 'day' : 'days';
  return dueInDays > 0 ? `due in ${dueInDays} ${days}` : `${-dueInDays} ${days} past due`;
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
  const when = verdict.dueInDays === null ? '' : dueWords(verdict.dueInDays, lang);
  const title = `“${verdict.milestone?.title ?? subject}”`;
  const zh: Record<LightRule, string> = {
    'owner-confirmed-all-ticked': '节点全部完成，责任部门已确认。',
    'owner-reported-blocked': '责任部门报告受阻。',
    'milestone-past-due': `${title}应于 ${day}完成，${when}，尚未勾选。`,
    'due-within-days': `${title}${when}（${day}），在 ${nearDays} 天之内。`,
    'reported-nothing-due': `已有填报或已完成的节点，${nearDays} 天内没有到期。`,
    'never-reported': '登记以后没有填报，也没有节点记录。',
  };
  const en: Record<LightRule, string> = {
    'owner-confirmed-all-ticked': 'All milestones are ticked and the owner has confirmed.',
    'owner-reported-blocked': 'The owner reports that it is blocked.',
    'milestone-past-due': `${title} was due on ${day}: ${when}, not ticked.`,
    'due-within-days': `${title} is ${when} (${day}), within ${nearDays} days.`,
    'reported-nothing-due': `There is a report or a ticked milestone, and nothing is due within ${nearDays} days.`,
    'never-reported': 'Registered, never reported, and no milestone is on record.',
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
  readonly whole: (Amount & { readonly of: 'planned' | 'committed' }) | null;
  readonly percent: number | null;
  readonly schedule: {
    readonly expectedPercent: number;
    readonly gapPoints: number;
    readonly on: IsoDate;
  } | null;
  readonly asOf: IsoDate;
};

/** One sentence on a fund: what was paid, of what, against which schedule, on which day. */
export function fundSentence(input: FundSentenceInput, lang: Language): string {
  const { name, disbursed, whole, percent, schedule } = input;
  if (disbursed === null)
    return lang === 'zh' ? `${name}：还没有拨付记录。` : `${name}: no disbursement on record.`;
  const paid = speak(
    { value: disbursed.amountFen, unit: 'fen', qualifier: disbursed.qualifier },
    lang,
  );
  const verb = (disbursed.label ?? (lang === 'zh' ? '已拨付' : 'disbursed')).toLowerCase();
  if (whole === null || percent === null) {
    return lang === 'zh'
      ? `${name}${verb} ${paid}，来源未列总额。`
      : `${name}, ${verb}: ${paid}; the total is not listed.`;
  }
  const total = speak({ value: whole.amountFen, unit: 'fen', qualifier: whole.qualifier }, lang);
  const share = formatPercent(percent);
  const noun =
    whole.of === 'planned'
      ? { zh: '今年计划', en: 'this year’s plan' }
      : { zh: '承诺', en: 'commitment' };
  const word = (whole.label ?? noun[lang]).toLowerCase();
  const base =
    lang === 'zh'
      ? `${name}${verb} ${paid}，占${word} ${total}的 ${share}`
      : `${name}, ${verb}: ${paid}, ${share} of ${word} (${total})`;
  if (schedule === null) return lang === 'zh' ? `${base}。` : `${base}.`;
  const expected = formatPercent(schedule.expectedPercent);
  const day = formatDate(schedule.on, lang, input.asOf);
  const gap = formatPoints(schedule.gapPoints, lang);
  if (lang === 'zh') {
    const standing =
      schedule.gapPoints < 0
        ? `落后 ${gap}`
        : schedule.gapPoints > 0
          ? `超前 ${gap}`
          : '与序时持平';
    return `${base}；${day} 序时 ${expected}，${standing}。`;
  }
  const standing =
    schedule.gapPoints < 0 ? `${gap} behind` : schedule.gapPoints > 0 ? `${gap} ahead` : 'level';
  return `${base}; schedule on ${day}: ${expected}, ${standing}.`;
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
  const amount = (percent: number): string =>
    speak(
      { value: Math.round((plan.value * percent) / 100), unit: plan.unit, qualifier: 'exact' },
      lang,
    );
  const zh = lang === 'zh';
  const pace = zh
    ? `若按至今的平均进度，期末到 ${projected}`
    : `At the average pace so far, the period ends at ${projected}`;
  if (outlook.remainingPercent <= 0) return zh ? '已达到计划。' : 'The plan is reached.';
  if (outlook.requiredPerDayPercent === null)
    return zh
      ? `期限已过，还差 ${amount(outlook.remainingPercent)}。`
      : `The period is over; ${amount(outlook.remainingPercent)} are missing.`;
  const days = outlook.remainingDays;
  const required = amount(outlook.requiredPerDayPercent);
  const sofar = amount(outlook.pacePerDayPercent);
  return zh
    ? `${pace}；按期完成，余下 ${days} 天平均每天需 ${required}，至今平均每天 ${sofar}（推算）。`
    : `${pace}; to reach the plan, the remaining ${days} ${days === 1 ? 'day' : 'days'} need ${required} a day on average, against ${sofar} so far (derived).`;
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
  return dueInDays === null ? head : `${head} · ${dueWords(dueInDays, lang)}`;
}
