import type { OpenTarget } from './open-context.ts';

/** How the address names what lies open: a figure's code, `questions`, or `<kind>:<id>`. */
export const ALL_QUESTIONS = 'questions';

/** Kinds of what is named with a colon; a figure's code has none. */
const NAMED = ['task', 'platform', 'source'] as const;

export function keyOf(target: OpenTarget): string {
  switch (target.kind) {
    case 'figure':
      return target.code;
    case 'question':
      return `question:${target.number}`;
    case 'task':
    case 'platform':
    case 'source':
      return `${target.kind}:${target.id}`;
    default:
      return target satisfies never;
  }
}

/** null = all open questions. A key that is none of the other kinds is taken for a figure's code. */
export function targetOf(key: string): OpenTarget | null {
  if (key === ALL_QUESTIONS) return null;
  const [head = '', ...rest] = key.split(':');
  const kind = NAMED.find((name) => name === head);
  if (kind !== undefined) return { kind, id: rest.join(':') };
  if (head === 'question') return { kind: 'question', number: Number(rest[0]) };
  return { kind: 'figure', code: key };
}
