import type { OpenTarget } from '#src/ui/open-context.ts';

/** How the address names what lies open: a figure's code, `task:<id>`, `question:<n>`, `questions`. */
export const ALL_QUESTIONS = 'questions';

export const taskKey = (id: string): string => `task:${id}`;
export const questionKey = (number: number): string => `question:${number}`;

export function keyOf(target: OpenTarget): string {
  switch (target.kind) {
    case 'figure':
      return target.code;
    case 'question':
      return questionKey(target.number);
    case 'task':
      return taskKey(target.id);
    default:
      return target satisfies never;
  }
}

/** null = all open questions. A key that is none of the other kinds is taken for a figure's code. */
export function targetOf(key: string): OpenTarget | null {
  if (key === ALL_QUESTIONS) return null;
  const [kind = '', ...rest] = key.split(':');
  if (kind === 'task') return { kind: 'task', id: rest.join(':') };
  if (kind === 'question') return { kind: 'question', number: Number(rest[0]) };
  return { kind: 'figure', code: key };
}
