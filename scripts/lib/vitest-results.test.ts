import { expect, test } from 'vitest';
import { failures, tally, type VitestReport } from './vitest-results.ts';

const green: VitestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    {
      name: 'a.test.ts',
      status: 'passed',
      message: '',
      assertionResults: ['one', 'two', 'three'].map((fullName) => ({
        fullName,
        status: 'passed',
        failureMessages: [],
      })),
    },
  ],
};

const broken = {
  name: 'b.test.ts',
  status: 'failed',
  message: 'no such file',
  assertionResults: [],
};

test('a green run has no failure', () => {
  expect(tally(green)).toEqual({ passed: 3, failed: 0 });
});

test.each([
  ['a failed test', { success: false, numFailedTests: 1 }],
  ['a skipped test', { numPendingTests: 1 }],
  ['a test that is only named', { numTodoTests: 1 }],
  ['a file that broke before its first test', { success: false, testResults: [broken] }],
  ['a run that failed outside of a test', { success: false }],
] as const)('%s is one failure', (_what, change) => {
  expect(tally({ ...green, ...change })).toEqual({ passed: 3, failed: 1 });
});

test('no report and an empty report are failures', () => {
  expect(tally(null)).toEqual({ passed: 0, failed: 1 });
  expect(tally({ ...green, numPassedTests: 0, testResults: [] })).toEqual({ passed: 0, failed: 1 });
});

test('what failed is named with its file and why, in few lines', () => {
  const why = Array.from({ length: 90 }, (_line, at) => `line ${at}`).join('\n');
  const named = failures({
    ...green,
    success: false,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [
      ...green.testResults,
      broken,
      {
        name: 'c.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'a sum', status: 'failed', failureMessages: [why] },
          { fullName: 'a wish', status: 'pending', failureMessages: null },
        ],
      },
    ],
  });
  expect(named.map((text) => text.split('\n').slice(0, 2).join(' '))).toEqual([
    'b.test.ts no such file',
    'c.test.ts   a sum (failed)',
    'c.test.ts   a wish (pending)',
  ]);
  expect(named[1]?.split('\n').length).toBeLessThan(40);
});

test('a run that failed without a failed test is named too; a green one names nothing', () => {
  expect(failures(green)).toEqual([]);
  expect(failures({ ...green, success: false })).toHaveLength(1);
  expect(failures(null)).toHaveLength(1);
});
