/** Passed and failed, as the last line of the test command counts them. */
export type Tally = { readonly passed: number; readonly failed: number };

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file broke before its first test; empty otherwise. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
};

/**
 * A skipped test counts as failed: nothing is skipped in silence. So does a file that broke
 * before its first test, and a run that failed for another reason (an unhandled rejection).
 * A report that is not there (`null`) is one failure.
 */
export function tally(report: VitestReport | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
  const silent = !report.success && failed === 0 ? 1 : 0;
  const empty = report.numPassedTests + failed + silent === 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + silent + empty };
}

/**
 * What did not pass, a paragraph each: the file, the test, and the first lines of why. Printed
 * at the very end, since whoever is sent the end of a long run would else not learn what failed.
 */
export function failures(report: VitestReport | null): readonly string[] {
  if (!report) return ['vitest left no report'];
  const named = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0)
      return [`${name}\n${opening(message)}`];
    return assertionResults
      .filter((result) => result.status !== 'passed')
      .map(
        (result) =>
          `${name}\n  ${result.fullName} (${result.status})\n${opening((result.failureMessages ?? []).join('\n'))}`,
      );
  });
  return named.length === 0 && tally(report).failed > 0
    ? ['the run failed outside of a test (an unhandled error, or no test at all): see above']
    : named;
}

const linesOfWhy = 25;

function opening(message: string): string {
  return message.split('\n', linesOfWhy).join('\n');
}

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
