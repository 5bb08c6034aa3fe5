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
    readonly status: string;
    readonly assertionResults: readonly unknown[];
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

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
