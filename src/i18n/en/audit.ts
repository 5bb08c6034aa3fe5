import type { audit as zh } from '#src/i18n/zh/audit.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'session.open': 'Signed in',
  'session.close': 'Signed out',
  'password.set': 'Set a password',
  'password.change': 'Changed the password',
  'account.create': 'New account',
  'account.change': 'Changed an account',
  'account.link': 'Gave a one-time link',
  'account.end-sessions': 'Ended sessions',
  'check-in.create': 'Updated a task',
  'file.add': 'Uploaded a file',
  'observation.create': 'Entered a figure',
  'movement.create': 'Entered money',
  'submission.review': 'Reviewed',
  'questions.settle': 'Settled a question',
  'workspace.change': 'Changed the workspace',
  'screen.confirm': 'Registered a screen',
  'screen.change': 'Changed a screen',
  'screen.command': 'Told a screen',
  'screen.revoke': 'Revoked a screen',
  'screen.settings': 'Changed the hour of screens',
  'meeting.create': 'Planned a meeting',
  'meeting.change': 'Changed a meeting',
  'meeting.agenda': 'Changed an agenda',
  'meeting.freeze': 'Froze a meeting',
  'meeting.begin': 'Began a meeting',
  'meeting.pair': 'Made a pairing code',
  'meeting.paired': 'Paired a phone',
  'audit.retention': 'Retention ended',
};

const REGISTERS: Readonly<Record<string, string>> = {
  departments: 'department',
  sources: 'source',
  indicators: 'indicator',
  targets: 'target',
  funds: 'fund',
  platforms: 'platform',
  frameworks: 'framework',
  elements: 'pillar',
  tasks: 'task',
  milestones: 'milestone',
};

const GROUPS: Readonly<Record<string, string>> = {
  session: 'Signing in',
  password: 'Passwords',
  account: 'Accounts',
  'check-in': 'Task updates',
  file: 'Files',
  observation: 'Figures',
  movement: 'Money',
  submission: 'Reviews',
  questions: 'Open questions',
  workspace: 'The workspace',
  screen: 'Screens',
  meeting: 'Meetings',
};

function actionName(action: string): string {
  const known = ACTIONS[action];
  if (known !== undefined) return known;
  const [register = '', verb] = action.split('.');
  const name = REGISTERS[register];
  if (name === undefined) return action;
  return verb === 'create' ? `New ${name}` : `Changed: ${name}`;
}

const FAULTS = { changed: 'was changed', removed: 'is missing', inserted: 'was put in' } as const;

export const audit: typeof zh = {
  title: 'Audit trail',
  lead: 'Every write and every refusal: who, what, and from where. Each row is tied to the one before; none can be changed or deleted.',
  action: actionName,
  /** Of actions that begin alike. */
  group: (group: string): string => GROUPS[group] ?? REGISTERS[group] ?? group,
  outcomes: { done: 'done', refused: 'refused' },
  time: 'Time',
  who: 'Who',
  what: 'What',
  subject: 'On what',
  outcome: 'Outcome',
  address: 'From address',
  nobody: 'not signed in',
  system: 'the system',
  unknownAddress: 'not known',
  from: 'From',
  to: 'To',
  anyAction: 'Every action',
  anyOutcome: 'Every outcome',
  subjectHint: 'e.g. tasks: or departments:d.bureau',
  clear: 'Clear filters',
  only: (name) => `Only ${name}`,
  number: 'No.',
  change: 'What changed',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothing: 'none',
  noChange: 'Nothing in its content changed.',
  hash: 'Hash',
  more: 'Show earlier rows',
  loading: 'Loading …',
  none: 'No row fits these filters.',
  failed: 'The trail could not be read.',
  retry: 'Try again',
  exportFile: 'Export CSV',
  verify: 'Check that it is whole',
  verifying: 'Checking …',
  whole: (rows) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} checked: the trail is whole, nothing changed, missing or put in.`,
  broken: (row, fault) =>
    `The trail is not whole: row ${row} ${fault === null ? 'is wrong' : FAULTS[fault]}. Leave everything as it is and find out why.`,
  verifyFailed: 'The check did not come through; please try again.',
  code: (code) => `reason: ${code}`,
};
