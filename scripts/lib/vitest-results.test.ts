import { expect, test } from 'vitest';
import { tally, type VitestReport } from './vitest-results.ts';

const green: VitestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [1, 2, 3] }],
};

test('a green run has no failure', () => {
  expect(tally(green)).toEqual({ passed: 3, failed: 0 });
});

test.each([
  ['a failed test', { success: false, numFailedTests: 1 }],
  ['a skipped test', { numPendingTests: 1 }],
  ['a test that is only named', { numTodoTests: 1 }],
  [
    'a file that broke before its first test',
    { success: false, testResults: [{ status: 'failed', assertionResults: [] }] },
  ],
  ['a run that failed outside of a test', { success: false }],
] as const)('%s is one failure', (_what, change) => {
  expect(tally({ ...green, ...change })).toEqual({ passed: 3, failed: 1 });
});

test('no report and an empty report are failures', () => {
  expect(tally(null)).toEqual({ passed: 0, failed: 1 });
  expect(tally({ ...green, numPassedTests: 0, testResults: [] })).toEqual({ passed: 0, failed: 1 });
});
