/** Answers of a frozen document whose parts are at hand, unpacked when they are asked for. */
import { unpack } from '#server/meetings/snapshot-text.ts';
import type { OpenPart } from './open-bundle.ts';

/** Parts that stay unpacked; each is a quarter of a megabyte of text, more or less. */
const KEPT_PARTS = 12;

type Answers = Readonly<Record<string, unknown>>;

export type AnswersAtHand = {
  /** undefined = the document does not answer this. */
  readonly answer: (question: string) => Promise<unknown>;
  /** Every question that begins so, with its answer, in order. */
  readonly each: (start: string) => AsyncIterable<readonly [question: string, answer: unknown]>;
};

export function answersAtHand(parts: readonly OpenPart[]): AnswersAtHand {
  const kept = new Map<number, Promise<Answers>>();

  const read = (index: number): Promise<Answers> => {
    const known = kept.get(index);
    const part = parts[index];
    if (part === undefined) return Promise.resolve({});
    const found = known ?? unpack(part.content).then((text) => JSON.parse(`{${text}}`) as Answers);
    kept.delete(index);
    kept.set(index, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_PARTS) break;
      kept.delete(oldest);
    }
    return found;
  };

  /** Number of the part that holds the question, if any does; -1 = none can. */
  const placeOf = (question: string): number => {
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.firstQuestion ?? '') <= question) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  return {
    answer: async (question) => (await read(placeOf(question)))[question],
    async *each(start) {
      for (let at = Math.max(0, placeOf(start)); at < parts.length; at += 1) {
        const first = parts[at]?.firstQuestion ?? '';
        if (first > start && !first.startsWith(start)) return;
        for (const [question, answer] of Object.entries(await read(at)))
          if (question.startsWith(start)) yield [question, answer];
      }
    },
  };
}
