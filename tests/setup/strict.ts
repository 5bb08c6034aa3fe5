import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * A warning is a failure: whoever expects one spies on the console in the test and so takes
 * it away from here. (Unhandled rejections fail a run by themselves.)
 */
let said: string[] = [];
let spies: { mockRestore: () => void }[] = [];

beforeEach(() => {
  said = [];
  spies = (['error', 'warn'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      said.push(`console.${level}: ${words.map(String).join(' ')}`);
    }),
  );
});

afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  expect(said, 'the test wrote to the console').toEqual([]);
});
