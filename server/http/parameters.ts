/** Every query parameter that a read may take: how it is documented, read and refused. One name, one meaning. */
import { z } from 'zod';
import {
  auditOutcomes,
  languages,
  lightStates,
  type ProblemCode,
  submissionStates,
  taskOrders,
} from '#core/contract/lists.ts';
import {
  instantSchema,
  isoDateSchema,
  languageSchema,
  lightStateSchema,
} from '#core/contract/primitives.ts';
import { nearest } from '#core/domain/nearest.ts';
import { ProblemError, quote } from './problem.ts';

/** Longest query string that is read at all, in characters. */
export const QUERY_LIMIT = 2048;
const PAGE_LIMIT = 200;

type Parameter<T> = {
  readonly schema: z.ZodType<T>;
  readonly code: ProblemCode;
  readonly expects: string;
  readonly description: string;
  /** Text as sent to the value that `schema` checks; the text itself where left out. */
  readonly decode?: (text: string) => unknown;
};

const parameter = <T>(definition: Parameter<T>): Parameter<T> => definition;

const key = z.string().min(1).max(200);

const parameters = {
  asOf: parameter({
    schema: isoDateSchema,
    code: 'bad-date',
    expects: 'a calendar day written YYYY-MM-DD',
    description:
      'The picture of this day. Left out: the day at which the clock is pinned, else today.',
  }),
  compare: parameter({
    schema: z.union([isoDateSchema, z.literal('none')]),
    code: 'bad-date',
    expects: 'a calendar day written YYYY-MM-DD, or none',
    description: 'Baseline of the changes. Left out: the last meeting, where it is before asOf.',
  }),
  knownAt: parameter({
    schema: instantSchema.refine((text) => !Number.isNaN(Date.parse(text))),
    code: 'bad-instant',
    expects: 'an instant in UTC written YYYY-MM-DDTHH:MM:SS.mmmZ',
    description: 'Counts only what was on record by this instant. Left out: everything on record.',
  }),
  lang: parameter({
    schema: languageSchema,
    code: 'bad-parameter',
    expects: `one of ${languages.join(', ')}`,
    description: 'Language of names and sentences. Left out: Accept-Language, else zh.',
  }),
  limit: parameter({
    schema: z.int().min(1).max(PAGE_LIMIT),
    code: 'bad-parameter',
    expects: `a whole number from 1 to ${PAGE_LIMIT}`,
    description: `Items per page, ${PAGE_LIMIT} where left out.`,
    decode: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : text),
  }),
  cursor: parameter({
    schema: z.string().min(1),
    code: 'bad-parameter',
    expects: 'the next of an earlier page',
    description: 'Continues a list: the `next` of the page before.',
  }),
  department: parameter({
    schema: key,
    code: 'bad-parameter',
    expects: 'the id of a department',
    description: 'Only tasks that this department owns.',
  }),
  framework: parameter({
    schema: key,
    code: 'bad-parameter',
    expects: 'the id of a framework',
    description: 'Only tasks of this framework.',
  }),
  name: parameter({
    schema: z.string().trim().min(1).max(200),
    code: 'bad-parameter',
    expects: 'the name of a file, of at most 200 characters',
    description: 'What the file is called. Left out: a plain name.',
  }),
  state: parameter({
    schema: z.enum(submissionStates),
    code: 'bad-parameter',
    expects: `one of ${submissionStates.join(', ')}`,
    description: 'Only what was put forward and is in this state.',
  }),
  light: parameter({
    schema: lightStateSchema,
    code: 'bad-parameter',
    expects: `one of ${lightStates.join(', ')}`,
    description: 'Only tasks with this light.',
  }),
  order: parameter({
    schema: z.enum(taskOrders),
    code: 'bad-parameter',
    expects: `one of ${taskOrders.join(', ')}`,
    description: 'By id where left out; urgency: what needs somebody to act comes first.',
  }),
  actor: parameter({
    schema: key,
    code: 'bad-parameter',
    expects: 'the id of an account',
    description: 'Only what this account did or tried.',
  }),
  action: parameter({
    schema: key,
    code: 'bad-parameter',
    expects: 'the name of an action, or how it begins',
    description: 'Only actions that begin so, e.g. `check-in` or `check-in.create`.',
  }),
  subject: parameter({
    schema: key,
    code: 'bad-parameter',
    expects: 'what was written to, or how it begins',
    description:
      'What it is about, e.g. `task:t.jiebang` or `indicator:CODE`; of the audit trail also how it begins, e.g. `task:`.',
  }),
  outcome: parameter({
    schema: z.enum(auditOutcomes),
    code: 'bad-parameter',
    expects: `one of ${auditOutcomes.join(', ')}`,
    description: 'Only what was done, or what was refused.',
  }),
  from: parameter({
    schema: isoDateSchema,
    code: 'bad-date',
    expects: 'a calendar day written YYYY-MM-DD',
    description: 'Only from this day of the bureau on.',
  }),
  version: parameter({
    schema: z.int().positive(),
    code: 'bad-parameter',
    expects: 'a whole number from 1',
    description: 'Of the freezes of a meeting the one with this number. Left out: the last.',
    decode: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : text),
  }),
  to: parameter({
    schema: isoDateSchema,
    code: 'bad-date',
    expects: 'a calendar day written YYYY-MM-DD',
    description: 'Only up to this day of the bureau, the day itself included.',
  }),
} as const;

export type ParameterName = keyof typeof parameters;

/** Values of the parameters that were sent; a parameter that was left out is absent. */
export type Query = {
  [K in ParameterName]?: (typeof parameters)[K] extends Parameter<infer T> ? T : never;
};

/** Parameters of every picture in time. */
export const pictureParameters = ['asOf', 'knownAt', 'lang'] as const;
/** Parameters of every list. */
export const listParameters = [...pictureParameters, 'limit', 'cursor'] as const;

/** Items on a page where the caller names no number. */
export const DEFAULT_LIMIT = PAGE_LIMIT;

function refuse(
  code: ProblemCode,
  path: string,
  message: string,
  suggestion?: string | null,
): never {
  throw new ProblemError(code, message, {
    fields: [{ path, message }],
    suggestion: suggestion ?? null,
  });
}

/**
 * Reads a query string against the parameters that a route knows.
 * @throws ProblemError where it is too long, names an unknown or repeated parameter, or a value is not understood.
 */
export function readQuery(search: string, names: readonly ParameterName[]): Query {
  if (search.length > QUERY_LIMIT) {
    throw new ProblemError(
      'query-too-long',
      `The query string has ${search.length} characters; at most ${QUERY_LIMIT} are read.`,
    );
  }
  const read: Record<string, unknown> = {};
  for (const [name, text] of new URLSearchParams(search)) {
    const known = names.find((candidate) => candidate === name);
    if (known === undefined) {
      const exist =
        names.length === 0 ? 'this route takes none' : `this route takes ${names.join(', ')}`;
      refuse(
        'unknown-parameter',
        name,
        `There is no parameter ${quote(name)}; ${exist}.`,
        nearest(name, names),
      );
    }
    if (known in read) refuse('bad-parameter', known, `${known} is given more than once.`);
    const { schema, code, expects, decode } = parameters[known];
    const result = (schema as z.ZodType).safeParse(
      decode === undefined ? text : (decode as (text: string) => unknown)(text),
    );
    if (!result.success) refuse(code, known, `${known}=${quote(text)} is not ${expects}.`);
    read[known] = result.data;
  }
  return read as Query;
}

/** How a parameter is documented. */
export function parameterOf(name: ParameterName): { schema: z.ZodType; description: string } {
  return parameters[name];
}
