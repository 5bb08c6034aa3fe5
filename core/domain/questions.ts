/** Open questions (口径待核): nothing is summed, sliced or rated across one until somebody settles it. */
import type { IsoDate, QuestionRecord } from './records.ts';

/** On record by the date: both statements exist. */
export function questionsAt(questions: readonly QuestionRecord[], asOf: IsoDate): QuestionRecord[] {
  return questions
    .filter((question) => question.arisesOn <= asOf)
    .sort((a, b) => a.number - b.number);
}

/** Not settled by the date. */
export function isOpen(question: QuestionRecord, asOf: IsoDate): boolean {
  return question.arisesOn <= asOf && (question.settledOn === null || question.settledOn > asOf);
}

type Touched = 'indicators' | 'frameworks' | 'elements' | 'platforms';

/** For each thing of one kind, the numbers of the open questions that touch it, ascending. */
export function openNumbers(
  questions: readonly QuestionRecord[],
  kind: Touched,
  asOf: IsoDate,
): (key: string) => number[] {
  const map = new Map<string, number[]>();
  for (const question of questionsAt(questions, asOf)) {
    if (!isOpen(question, asOf)) continue;
    // A set: a question that names a thing twice still touches it once.
    for (const key of new Set(question[kind])) {
      const numbers = map.get(key);
      if (numbers === undefined) map.set(key, [question.number]);
      else numbers.push(question.number);
    }
  }
  return (key) => [...(map.get(key) ?? [])];
}

/** The open question that stands between two indicators; null = they may be put together. */
export function questionBetween(
  questions: readonly QuestionRecord[],
  a: string,
  b: string,
  asOf: IsoDate,
): number | null {
  const found = questionsAt(questions, asOf).find(
    (question) =>
      isOpen(question, asOf) && question.indicators.includes(a) && question.indicators.includes(b),
  );
  return found?.number ?? null;
}
