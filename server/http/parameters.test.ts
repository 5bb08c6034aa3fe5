import { describe, expect, it } from 'vitest';
import { type ParameterName, QUERY_LIMIT, readQuery } from './parameters.ts';
import { ProblemError } from './problem.ts';

const names: readonly ParameterName[] = [
  'asOf',
  'compare',
  'knownAt',
  'lang',
  'limit',
  'cursor',
  'light',
];

function problemOf(search: string): ProblemError {
  try {
    readQuery(search, names);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error(`${search} was accepted`);
}

describe('query', () => {
  it('reads every kind of parameter', () => {
    const search =
      'asOf=2021-05-31&compare=none&knownAt=2021-06-01T00:00:00.000Z&lang=en&limit=20&cursor=YQ&light=over';
    expect(readQuery(search, names)).toEqual({
      asOf: '2021-05-31',
      compare: 'none',
      knownAt: '2021-06-01T00:00:00.000Z',
      lang: 'en',
      limit: 20,
      cursor: 'YQ',
      light: 'over',
    });
    expect(readQuery('', names)).toEqual({});
  });

  it.each([
    ['asOf=2021-13-01', 'bad-date', 'asOf'],
    ['asOf=2021-02-29', 'bad-date', 'asOf'],
    ['asOf=yesterday', 'bad-date', 'asOf'],
    ['asOf=', 'bad-date', 'asOf'],
    ['asOf=2021-05', 'bad-date', 'asOf'],
    ['compare=never', 'bad-date', 'compare'],
    ['knownAt=2021-06-01', 'bad-instant', 'knownAt'],
    ['knownAt=2021-06-31T99:00:00.000Z', 'bad-instant', 'knownAt'],
    ['lang=fr', 'bad-parameter', 'lang'],
    ['limit=0', 'bad-parameter', 'limit'],
    ['limit=201', 'bad-parameter', 'limit'],
    ['limit=1e2', 'bad-parameter', 'limit'],
    ['light=green', 'bad-parameter', 'light'],
    ['lang=zh&lang=zh', 'bad-parameter', 'lang'],
    ['as_of=2021-05-31', 'unknown-parameter', 'as_of'],
    ['__proto__=1', 'unknown-parameter', '__proto__'],
    ['constructor=1', 'unknown-parameter', 'constructor'],
  ])('refuses %s as %s', (search, code, field) => {
    const problem = problemOf(search);
    expect(problem.code).toBe(code);
    expect(problem.details.fields?.map(({ path }) => path)).toEqual([field]);
  });

  it('names the parameters that exist, and the likely one', () => {
    const problem = problemOf('asof=2021-05-31');
    expect(problem.message).toContain('asOf, compare, knownAt');
    expect(problem.details.suggestion).toBe('asOf');
  });

  it('refuses a query that is too long before it reads it', () => {
    expect(problemOf(`asOf=2021-05-31&${'x'.repeat(QUERY_LIMIT)}`).code).toBe('query-too-long');
  });

  it('repeats only the beginning of what it was given', () => {
    expect(problemOf(`asOf=${'9'.repeat(1000)}`).message.length).toBeLessThan(200);
  });
});
