import type { timeline as zh } from '../zh/timeline.ts';

export const timeline: typeof zh = {
  title: 'As meetings saw it',
  back: 'All meetings',
  hint: 'Each row is what a meeting was frozen with, and stays so for ever. What was corrected later stands beside it.',
  none: 'No meeting was frozen with it yet',
  noneHint: 'Once a meeting is frozen, what it saw stays here.',
  noSubject: 'The address does not say of what',
  noSubjectHint: 'Come from the passport of an indicator, or from a task: “As meetings saw it”.',
  unknown: (subject) => `${subject} is not on record`,
  nearest: (name) => `Look at the nearest: ${name}`,
  toFigure: 'Look at the indicator',
  toTask: 'Look at the task',
  meeting: 'Meeting',
  asOf: 'Data as of',
  saw: 'Seen then',
  since: 'Corrected to',
  same: 'not corrected',
  notThen: 'not on record then',
  notRegistered: 'not registered then',
  notNow: 'not on record',
  stoppedAt: (date) => `of ${date}`,
  damaged: 'the frozen content does not fit its hash and cannot be relied on',
  reason: (why) => `Reason: ${why}`,
  strip: 'Meeting by meeting',
  sentence: (count, from, to) => `${count} meetings saw it, from ${from} to ${to}.`,
  steady: (count, what) => `${count} meetings saw the same: ${what}.`,
  once: (what) => `One meeting saw it: ${what}.`,
  corrected: (count) =>
    count === 0
      ? ''
      : count === 1
        ? ' One was corrected later.'
        : ` ${count} were corrected later.`,
  keySeen: 'seen then',
  keyRestated: 'corrected to',
  ticks: (done, total) => `milestones ${done}/${total}`,
};
