import type { Section } from '#core/contract/lists.ts';
import type { definitions as zh } from '../zh/definitions.ts';

const sections: Record<Section, string> = {
  tasks: 'Tasks',
  funds: 'Funds',
  platforms: 'Platforms',
  talent: 'Talent',
  finance: 'Finance',
  projects: 'Projects',
  governance: 'Governance',
};

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const definitions: typeof zh = {
  pageName: 'definitions',
  rule: 'Differing statements stand side by side, neither added up nor judged, until somebody settles them.',
  questions: 'Open questions',
  noQuestions: 'No definition is to be confirmed.',
  settledOn: (date) => `settled on ${date}`,
  settle: 'Settle it',
  resolution: 'Settled as',
  reason: 'Reason',
  touches: 'Touches',
  indicators: 'Indicators',
  tasks: 'Tasks',
  platforms: 'Platforms',
  frameworks: 'Frames',
  more: (count) => `${count} more`,
  touchCounts: {
    indicators: (count) => plural(count, 'indicator'),
    tasks: (count) => plural(count, 'task'),
    platforms: (count) => plural(count, 'platform'),
    frameworks: (count) => plural(count, 'frame'),
  },
  touchLine: (parts) => `Touches ${parts}`,
  separator: ', ',
  moreQuestions: (count) => `${count} more: see the page of definitions and sources`,
  sources: (count) => plural(count, 'source'),
  noSources: 'No source is on record yet.',
  title: (title) => title,
  asOf: (date) => `as of ${date}`,
  counts: (figures, platforms) =>
    platforms === 0
      ? plural(figures, 'figure')
      : `${plural(figures, 'figure')}, ${plural(platforms, 'platform')}`,
  moreFigures: (count) => `${count} more: open all`,
  noFigures: 'No figure is taken from it.',
  freshness: 'Newest date of each section',
  sections,
  noData: 'no data',
  age: (days) => (days === 0 ? 'that day' : `${plural(days, 'day')} old`),
  register: 'Register of indicators',
  registerNote: 'Unit, kind, state of definition, source and date of each',
  rows: (from, to) => `${from}–${to}`,
  turning: 'fetching',
  previous: 'Previous',
  next: 'Next',
  indicator: 'Indicator',
  value: 'Value',
  unitKind: 'Unit, kind',
  state: 'Definition',
  defined: 'written down',
  notDefined: 'not defined',
  source: 'Source',
  noSource: 'none given',
  date: 'Date',
  code: 'Code',
  notOnRecord: 'not on record',
  comma: ', ',
};
