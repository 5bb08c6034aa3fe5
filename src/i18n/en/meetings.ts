import type {
  CarriedKind,
  ExportFault,
  ExportFormat,
  MeetingState,
  ResolutionKind,
} from '#core/contract/lists.ts';
import type { meetings as zh } from '../zh/meetings.ts';

const states: Record<MeetingState, string> = {
  planned: 'In preparation',
  frozen: 'Frozen',
  running: 'Running',
  closed: 'Closed',
};

const decidedAs: Record<ResolutionKind, string> = {
  task: 'Becomes a task',
  'due-date': 'New due date',
  settle: 'Settles a question',
  words: 'Words only',
};

const carriedAs: Record<CarriedKind, string> = {
  task: 'Became a task',
  'task-due': 'Due date of the task moved',
  'milestone-due': 'Due date of the milestone moved',
  question: 'Question settled',
};

const formats: Record<ExportFormat, string> = {
  pdf: 'PDF',
  pptx: 'PPTX slides',
  xlsx: 'XLSX tables',
  docx: 'DOCX bulletin',
  csv: 'CSV',
  json: 'JSON',
  bundle: 'Offline bundle',
};

const faults: Record<ExportFault, string> = {
  'too-large': 'There is too much for the memory set aside; it was not made.',
  interrupted: 'The server stopped meanwhile; it was not finished. Try again.',
  failed: 'It was not made. Try again; if it fails again, tell the administrator.',
};

const OWED = { task: 'Task', indicator: 'Indicator', review: 'Waits for review' };

const plural = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;

export const meetings: typeof zh = {
  states,
  decidedAs,
  formats,
  exportFault: (fault) => faults[fault],
  carriedAs,
  owedKind: (kind) => OWED[kind],
  title: 'Meetings',
  none: 'There is no meeting yet',
  noneHint: 'Set one up: its agenda is written from the data.',
  simulated:
    'Simulation: the date of the data has not come; it is supposed that nothing more is reported.',
  asOf: (date) => `Data as of ${date}`,
  comparedTo: (date) => `compared with ${date}`,
  resolutionCount: (count) => plural(count, 'resolution'),
  newMeeting: 'New meeting',
  edit: 'Change the meeting',
  name: 'Name',
  date: 'Day of the meeting',
  asOfLabel: 'Data as of',
  compareLabel: 'Compared with',
  compareNothing: 'Nothing',
  compareDate: 'Another date',
  compareDateLabel: 'Date compared with',
  participants: 'Departments that take part',
  create: 'Set up',
  save: 'Save',
  cancel: 'Cancel',
  needed: 'Please fill in',
  asOfAfter: 'The date of the data cannot be after the meeting.',
  refused: (why) => `Not taken: ${why}`,
  agenda: 'Agenda',
  agendaHint:
    'Written from the data. Change the order, drop what is not needed, add items and notes of your own.',
  minutesPage: 'Minutes',
  grip: (title) => `Hold and drag: ${title}`,
  moveUp: (title) => `Move up: ${title}`,
  moveDown: (title) => `Move down: ${title}`,
  drop: 'Drop',
  bringBack: 'Bring back',
  dropped: 'Dropped',
  details: 'Notes and ask',
  notes: 'Speaker notes (not on the screen)',
  minutes: 'Minutes set aside',
  ownTitle: 'Title',
  ownText: 'What stands on the slide',
  addOwn: 'Add an item',
  newOwn: 'New item',
  remove: 'Delete',
  askWords: 'What the meeting is asked to decide',
  askOptions: 'Possible answers, one a line',
  saveAgenda: 'Save the agenda',
  unsaved: 'There are changes that are not saved; they are kept on this device.',
  discard: 'Discard the changes',
  saved: 'The agenda is saved',
  conflict: 'Somebody changed the agenda since you opened it. Both are here; please choose one.',
  mine: 'Mine',
  theirs: 'As it stands',
  takeMine: 'Take mine',
  takeTheirs: 'Take the other',
  closedAgenda: 'The meeting is closed; its agenda does not change any more.',
  freeze: 'Freeze',
  freezeHint:
    'From then on the meeting shows these numbers for ever. Later corrections appear beside them, never inside.',
  freezeNow: 'Freeze the numbers',
  freezeAgain: 'Freeze again',
  freezing: 'Freezing',
  freezingOf: (name, percent) => `${name} is freezing, ${percent}% is written`,
  stopFreeze: 'Stop the freeze',
  freezeStopped: 'The freeze was stopped; nothing of it was kept.',
  version: (count) => `Freeze ${count}`,
  knownAt: (at) => `Known at ${at}`,
  by: (name) => `frozen by ${name}`,
  signed: 'its time is signed',
  unsigned: 'not signed',
  damaged:
    'The content does not fit its hash and cannot be relied on. Freeze again, or have the audit trail looked at.',
  unreviewed: (count) =>
    `${plural(count, 'entry').replace('entrys', 'entries')} still ${count === 1 ? 'waits' : 'wait'} for review and would be left out.`,
  waitingOf: (department, name) => `${department}: ${name}`,
  toReview: 'Review them',
  leaveOut: 'Freeze without them',
  restatements: 'Corrected after the freeze',
  restated: (shown, now) => `${shown} then, ${now} now`,
  nothingShown: 'not on record',
  reason: (why) => `Reason: ${why}`,
  readiness: 'Who has reported',
  allIn: 'Everybody has reported',
  owes: (count) => `owes ${count}`,
  noOwner: 'Without an owner',
  takesPart: 'takes part',
  never: 'never reported',
  lastOn: (date) => `last ${date}`,
  remind: 'Remind',
  reminded: (at) => `reminded ${at}`,
  more: (count) => `${count} more`,
  files: 'Take away',
  filesHint: 'Made from the frozen numbers, each stamped with the meeting, its dates and its hash.',
  stop: 'Stop',
  takeAway: 'Delete',
  present: 'Present',
  presenter: 'Presenter window',
  begin: 'Begin the meeting',
  beginHint: 'Then it cannot be frozen again, and decisions can be recorded.',
  close: 'Close the meeting',
  closeHint: (count) =>
    count === 0
      ? 'Nothing was decided. Once closed, nothing can be recorded.'
      : `Once closed, ${plural(count, 'resolution')} take effect: as tasks, due dates or settled questions. They cannot be taken back then.`,
  closeNow: 'Close and carry out',
  confirm: 'Confirm',
  resolutions: 'Resolutions',
  noResolutions: 'Nothing is recorded yet',
  withdraw: 'Take back',
  withdrawn: 'Taken back',
  dueOn: (date) => `due ${date}`,
  carriedLink: 'Look',
  openBoard: 'The overview as frozen',
  notFound: 'There is no such meeting',
  notFoundHint:
    'No meeting of this workspace has this id. A code that was scanned may be of another workspace: compare the meeting and the address that the file names.',
  back: 'All meetings',
  notHolder: 'Reviewers and administrators prepare and hold meetings; you can look.',
};
