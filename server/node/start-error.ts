/** Why the cockpit cannot start. Closed list; each has one sentence in English and one in Chinese. */
export type StartProblem =
  | 'bad-config'
  | 'not-a-database'
  | 'empty-file'
  | 'damaged'
  | 'foreign-database'
  | 'newer-database'
  | 'held'
  | 'not-writable'
  | 'unreadable'
  | 'no-answer'
  | 'sign-in-refused'
  | 'no-such-database'
  | 'not-permitted'
  | 'unfit-server'
  | 'store-failed'
  | 'sample-broken'
  | 'signing-key'
  | 'port-in-use';

/** The start ends here: print `message`, exit with a number other than 0. Nothing was changed. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly problem: StartProblem;
  readonly zh: string;

  /** `en` and `zh` say which thing is wrong, why, and what to do; never a secret. */
  constructor(problem: StartProblem, en: string, zh: string, cause?: unknown) {
    super(`${en}\n${zh}`, { cause });
    this.problem = problem;
    this.zh = zh;
  }
}

/** What an error of Node, SQLite or PostgreSQL says of itself. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system, driver or PostgreSQL error; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
