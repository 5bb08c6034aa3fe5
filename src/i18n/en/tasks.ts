import type { CrossFlag, DeclaredStatus, LightState } from '#core/contract/lists.ts';
import type { tasks as zh } from '../zh/tasks.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const crossShort: Record<CrossFlag, string> = {
  system: 'S',
  field: 'F',
  department: 'D',
  level: 'L',
  business: 'B',
};

const declared: Record<DeclaredStatus, string> = {
  in_progress: 'in progress',
  at_risk: 'at risk',
  blocked: 'blocked',
  done: 'done',
};

const rules: Record<LightState, (nearDays: number) => string> = {
  done: () => 'every milestone is ticked and the owner confirms it',
  ok: (nearDays) =>
    `a report or a ticked milestone exists, and nothing is due within ${nearDays} days`,
  near: (nearDays) => `the nearest date is within ${nearDays} days, the day itself included`,
  over: () => 'a due date has passed and its milestone is not ticked',
  blocked: () => 'the owner reports it, and says who must help',
  none: () =>
    'never reported since it was registered, no milestone record; or silent beyond the agreed rhythm',
};

export const tasks: typeof zh = {
  pageName: 'task',
  filters: 'Filters',
  department: 'Department',
  framework: 'Framework',
  lights: 'By light',
  all: 'all',
  clear: 'Clear filters',
  count: (shown, total) =>
    shown === total
      ? plural(total, 'task', 'tasks')
      : `${shown} of ${plural(total, 'task', 'tasks')}`,
  nothingMatches: 'No task meets these conditions',
  noSuchDepartment: (id) => `No task is owned by “${id}” on this date`,
  noSuchFramework: (id) => `There is no framework “${id}” on this date`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  turning: 'fetching',
  rows: (from, to, total) => `${from}–${to} of ${total}`,
  listName: 'Reform tasks by framework and pillar',
  columns: {
    state: 'Light',
    task: 'Task',
    why: 'Why this light',
    owner: 'Owner / partners',
    milestones: 'Milestones',
    due: 'Nearest date',
    report: 'Last report',
    cross: 'Crosses',
  },
  groupCount: (count) => plural(count, 'task', 'tasks'),
  byDefault: 'placed by default',
  place: (code, name) => `${code} · ${name}`,
  outside: 'in no framework',
  noMilestones: 'none set',
  noDue: 'no date',
  noReport: 'none',
  noFlags: 'not marked',
  dueToday: 'due today',
  dueIn: (days) => `in ${plural(days, 'day', 'days')}`,
  overdue: (days) => `${plural(days, 'day', 'days')} late`,
  daysAgo: (days) => (days === 0 ? 'the same day' : `${plural(days, 'day', 'days')} ago`),
  crossShort,
  wallNoMilestones: 'no milestones',
  wallNoDue: 'no date',
  tasksTitle: 'Reform tasks',
  listTitle: 'Worst first',
  byOwner: 'By owner',
  silentOf: (silent, total) =>
    silent === 0
      ? plural(total, 'task', 'tasks')
      : `${plural(total, 'task', 'tasks')}, ${silent} not reported`,
  dates: 'Dates ahead',
  datesWithout: (without, total) =>
    `${without} of ${plural(total, 'task', 'tasks')} without a date`,
  moreDates: (count) => plural(count, 'more date', 'more dates'),
  noDates: 'No task lists a date ahead',
  moreTasks: (count) =>
    `${plural(count, 'less urgent task', 'less urgent tasks')} not shown; see the task list`,
  moreOwners: (count) => `${count} more`,
  facts: 'Facts',
  task: 'Task',
  why: 'Why',
  owner: 'Owner',
  partners: 'Partners',
  where: 'Place',
  span: 'From and to',
  noSpan: 'the source lists no dates',
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  fromTo: (from, to) => `${from} to ${to}`,
  was: (date, times) =>
    times === 0
      ? `originally ${date}`
      : `originally ${date}, postponed ${times === 1 ? 'once' : `${times} times`}`,
  flags: 'Crosses',
  lastReport: 'Last report',
  never: 'never reported',
  reportOn: (date, ago) => `${date}, ${ago}`,
  declared: 'Declared',
  declaredWords: declared,
  milestones: 'Milestones',
  milestonesNone: 'The source lists no milestones',
  done: (date) => `done ${date}`,
  due: (date) => `due ${date}`,
  noDate: 'no date',
  schedule: 'Schedule',
  scheduleLine: (done, expected, gap) => `${done} of the milestones, schedule ${expected}, ${gap}`,
  behind: (points) => `${points} behind`,
  ahead: (points) => `${points} ahead`,
  level: 'level',
  noSchedule: 'Start, end or milestones are missing, so there is no schedule',
  figures: 'Figures',
  notFrozen:
    'There are too many tasks for the frozen content to hold the list: it is read live from the records, as known at the same moment. The overview and each task are frozen.',
  history: 'History of the light',
  historyCount: (count) => plural(count, 'change', 'changes'),
  historyFirst: 'on registration',
  historyLoading: 'Fetching the history',
  historyFailed: 'The history did not arrive. The rest is not affected.',
  retry: 'Try again',
  checkIns: 'Reports',
  noCheckIns: 'Nobody has reported yet',
  progress: 'Progress',
  difficulty: 'Difficulty',
  nextStep: 'Next step',
  sources: 'Sources',
  noSource: 'no source listed',
  retired: (date) =>
    `This task was retired on ${date} and takes no more updates. Below it is as it stood the day before.`,
  retiredWhy: (reason) => `Why: ${reason}`,
  registered: 'Registered',
  rulesTitle: 'Rules of the lights',
  rulesNote: 'top down, the first that holds',
  rules,
  unknownTitle: 'This task was not found',
  notFound: (id) => `By this date there is no task “${id}” on record.`,
  later: (id, date, registered) =>
    `Task “${id}” was not yet registered on ${date}; it was in ${registered}.`,
  lookAt: (date) => `See it on ${date}`,
  nearest: (name) => `The nearest is “${name}”`,
  seeAll: 'See all tasks',
};
