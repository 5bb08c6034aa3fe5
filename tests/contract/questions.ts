/** One list of questions for every home: each GET route, in both languages, at the days and instants that matter. */
import type { z } from 'zod';
import { boardSchema } from '#core/contract/board.ts';
import { fundDetailSchema, fundListSchema } from '#core/contract/fund.ts';
import { indicatorListSchema, passportSchema } from '#core/contract/indicator.ts';
import { languages, type ProblemCode } from '#core/contract/lists.ts';
import {
  departmentListSchema,
  frameworkListSchema,
  platformListSchema,
  questionListSchema,
  sourceListSchema,
} from '#core/contract/register.ts';
import { healthSchema, readySchema } from '#core/contract/system.ts';
import { retiredTasksSchema, taskDetailSchema, taskListSchema } from '#core/contract/task.ts';
import { CORRECTED, RECORDED } from './homes.ts';

export type Question = { readonly path: string; readonly schema: z.ZodType };

/** Before most of the sources, at the end of a year, at the last meeting, at the pinned clock. */
const days = ['2019-12-31', '2020-12-31', '2021-04-30', '2021-05-31'] as const;

/** Every route that shows a picture in time, with the keys that it is asked for. */
const pictures: readonly (readonly [route: string, schema: z.ZodType])[] = [
  ['/api/board', boardSchema],
  ['/api/indicators', indicatorListSchema],
  ['/api/indicators/fund.platform.disbursed.2021', passportSchema],
  ['/api/indicators/fund.platform.committed', passportSchema],
  ['/api/funds', fundListSchema],
  ['/api/funds/platform', fundDetailSchema],
  ['/api/platforms', platformListSchema],
  ['/api/frameworks', frameworkListSchema],
  ['/api/departments', departmentListSchema],
  ['/api/sources', sourceListSchema],
  ['/api/questions', questionListSchema],
  ['/api/tasks', taskListSchema],
  ['/api/retired-tasks', retiredTasksSchema],
];

function question(route: string, schema: z.ZodType, parameters: Record<string, string>): Question {
  const query = new URLSearchParams(parameters).toString();
  return { path: query === '' ? route : `${route}?${query}`, schema };
}

function picturesInTime(): Question[] {
  return pictures.flatMap(([route, schema]) =>
    languages.flatMap((lang) => [
      question(route, schema, { lang }),
      ...days.map((asOf) => question(route, schema, { asOf, lang })),
      ...[RECORDED, CORRECTED].map((knownAt) => question(route, schema, { knownAt, lang })),
    ]),
  );
}

function comparisons(): Question[] {
  return days.flatMap((asOf) =>
    ['none', ...days.filter((day) => day <= asOf)].map((compare) =>
      question('/api/board', boardSchema, { asOf, compare, lang: 'zh' }),
    ),
  );
}

/** Tasks exist from their registration on. */
const taskQuestions: readonly Question[] = [
  ...languages.flatMap((lang) => [
    question('/api/tasks/t.centre', taskDetailSchema, { lang }),
    question('/api/tasks/t.jiebang', taskDetailSchema, { lang, asOf: '2021-06-01' }),
  ]),
  question('/api/tasks', taskListSchema, { light: 'near' }),
  question('/api/tasks', taskListSchema, { light: 'none', limit: '3' }),
  question('/api/tasks', taskListSchema, { department: 'd.bureau', framework: 'f.reform' }),
];

const pages: readonly Question[] = [
  question('/api/indicators', indicatorListSchema, { limit: '7' }),
  question('/api/platforms', platformListSchema, { limit: '1' }),
];

const system: readonly Question[] = [
  question('/api/health', healthSchema, {}),
  question('/api/ready', readySchema, {}),
];

export const questions: readonly Question[] = [
  ...picturesInTime(),
  ...comparisons(),
  ...taskQuestions,
  ...pages,
  ...system,
];

export type BadQuestion = {
  /** The path, as far as it can be read in a list. */
  readonly title: string;
  readonly path: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** The parameter at fault; null = it is the path, or the question as a whole. */
  readonly field: string | null;
  readonly suggestion?: string;
};

const bad = (
  path: string,
  status: number,
  code: ProblemCode,
  field: string | null,
  more: { suggestion?: string } = {},
): BadQuestion => ({ title: path.slice(0, 80), path, status, code, field, ...more });

export const badQuestions: readonly BadQuestion[] = [
  bad('/api/board?asOf=2021-13-01', 400, 'bad-date', 'asOf'),
  bad('/api/board?asOf=2021-02-30', 400, 'bad-date', 'asOf'),
  bad('/api/board?asOf=yesterday', 400, 'bad-date', 'asOf'),
  bad('/api/board?asOf=', 400, 'bad-date', 'asOf'),
  bad('/api/board?compare=last', 400, 'bad-date', 'compare'),
  bad('/api/board?asOf=2021-04-30&compare=2021-05-31', 400, 'compare-after-as-of', 'compare'),
  bad('/api/board?knownAt=2026-01-02', 400, 'bad-instant', 'knownAt'),
  bad('/api/board?knownAt=2031-01-01T00:00:00.000Z', 400, 'bad-instant', 'knownAt'),
  bad('/api/board?lang=fr', 400, 'bad-parameter', 'lang'),
  bad('/api/board?asOf=2021-04-30&asOf=2021-05-31', 400, 'bad-parameter', 'asOf'),
  bad('/api/board?asof=2021-04-30', 400, 'unknown-parameter', 'asof', { suggestion: 'asOf' }),
  bad('/api/health?verbose=1', 400, 'unknown-parameter', 'verbose'),
  bad('/api/tasks?light=green', 400, 'bad-parameter', 'light'),
  bad('/api/tasks?department=d.bureua', 400, 'bad-parameter', 'department', {
    suggestion: 'd.bureau',
  }),
  bad('/api/tasks?framework=1612', 400, 'bad-parameter', 'framework'),
  bad('/api/indicators?limit=0', 400, 'bad-parameter', 'limit'),
  bad('/api/indicators?limit=many', 400, 'bad-parameter', 'limit'),
  bad('/api/indicators?cursor=zzz', 400, 'bad-parameter', 'cursor'),
  bad('/api/indicators/fund.work.disburse', 404, 'not-found', null, {
    suggestion: 'fund.work.disbursed',
  }),
  bad('/api/funds/no-such-fund', 404, 'not-found', null),
  bad('/api/tasks/t.nothing', 404, 'not-found', null),
  bad(`/api/board?asOf=${'9'.repeat(3000)}`, 414, 'query-too-long', null),
  bad('/api/nothing', 404, 'unknown-route', null),
  bad('/api/boards', 404, 'unknown-route', null, { suggestion: '/api/board' }),
  bad('/api/indicators/..%2F..%2Fetc%2Fpasswd', 404, 'not-found', null),
  bad('/api/indicators/%E0%A4%A', 404, 'not-found', null),
];

/** Documents that are the same for everybody. */
export const documents = ['/api/openapi.json', '/api/docs', '/api/docs.css'] as const;
