import type { funds as zh } from '#src/i18n/zh/funds.ts';

export const funds: typeof zh = {
  pageName: 'Funds',
  headline: {
    behind: (fund) => [`${fund}: [share] paid, `, '[gap] points behind schedule'],
    ahead: (fund) => [`${fund}: [share] paid, `, '[gap] points ahead of schedule'],
    level: (fund) => [`${fund}: [share] paid, `, 'level with the schedule'],
    noSchedule: (count) =>
      count === 1
        ? 'The fund has no yearly plan, so no schedule to compare with'
        : `None of the ${count} funds has a yearly plan, so no schedule to compare with`,
    none: 'No fund has a figure at this date',
  },
  planOf: (fund, period) => `${fund}, plan for ${period}`,
  asOf: (date) => `As of ${date}`,
  listComma: ', ',
  pinnedClock: 'clock pinned',
  ago: (days) => (days === 1 ? '1 day ago' : `${days} days ago`),

  ramp: {
    title: 'How far the year’s money has got',
    titleOther: 'How far the plan’s money has got',
    label: (fund, period) => `${fund}, ${period}: paid against schedule`,
    axis: (unit) => `${unit} (cumulative)`,
    plan: 'Plan of the year',
    planOther: 'Plan in full',
    schedule: 'Schedule (even by day)',
    expected: 'Schedule',
    behind: (points) => `${points} behind`,
    ahead: (points) => `${points} ahead`,
    level: 'level with the schedule',
    paid: 'Paid',
    equals: '=',
    day: (date, day) => `${date}, day ${day}`,
    onlyOne: 'dotted: joins to the start, nothing recorded between',
    separator: '; ',
    today: (date, percent) => `Today ${date}: schedule ${percent}`,
    asked: (date, percent) => `As of ${date}: schedule ${percent}`,
    silent: (date) => `Hatched: no new figure after ${date}`,
    undisbursed: 'Planned, not yet paid',
    overpaid: 'Paid beyond the plan',
    derived: (unit) => `${unit} (derived)`,
    month: (month) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
        month - 1
      ] ?? String(month),
    noPlan: (fund) => `${fund}: no yearly plan, so there is no schedule to draw.`,
    noFigure: (fund) => `${fund}: there is a plan, but no disbursement on record.`,
    pick: 'Which fund',
  },
  table: {
    file: (fund, date) => `fund-${fund}-${date}`,
    date: 'Date',
    state: 'Record',
    paid: (unit) => `Paid, cumulative (${unit})`,
    share: 'Of plan (%)',
    expected: 'Schedule (%)',
    gap: 'Difference (points)',
    recorded: 'disbursed',
    silent: 'no new figure',
    plan: 'plan',
    notCompared: 'not compared',
  },
  bullets: (count) =>
    count === 1 ? 'One fund: committed, planned, paid' : `${count} funds: committed, planned, paid`,
  noPlan: (names) => `No yearly plan, so no schedule: ${names}.`,
  names: (names) => names.join(', ').replace(/, (?=[^,]+$)/, ' and '),
  more: (count) => `Show ${count} more`,
  hidden: (count) => `${count} more not shown`,
  scale: (count) => `On one scale: ${count} ${count === 1 ? 'fund' : 'funds'}`,
  scaleLabel: (fund, paid, plan, total) =>
    plan === null
      ? `${fund}: ${total} in all, ${paid} paid`
      : `${fund}: ${total} in all, ${plan} planned, ${paid} paid`,
  sentences: 'Each fund in a sentence',
  notListed: 'not listed',
  pageAsOf: 'As of',
  stopped: (count, date) =>
    count === 1 ? `1 fund stands at ${date}` : `${count} funds stand at ${date}`,
  sources: 'Sources: ',
  title: (title) => `“${title}”`,
  titleSeparator: ', ',
};
