/** The read routes of the picture in an offline bundle: what was frozen, as it was frozen. */
import type { Language } from '#core/contract/lists.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { urgencyKey } from '#core/domain/urgency.ts';
import { notFound } from '#server/http/not-found.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { type Query, readQuery } from '#server/http/parameters.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { readRoutes } from '#server/read-routes.ts';
import { answersAtHand } from './frozen-answers-at-hand.ts';
import type { OpenBundle } from './open-bundle.ts';

type Item = { readonly code?: string; readonly id?: string };
type Page = { readonly items: readonly Item[]; readonly next: string | null };

const keyOf = ({ code, id }: Item): string => code ?? id ?? '';

/** The slice that is asked for of a list which is whole; a cursor names the last item of the page before. */
function slice<T>(items: readonly T[], key: (item: T) => string, query: Query) {
  const { after, limit } = sliceOf(query);
  const start = after === null ? 0 : items.findIndex((item) => key(item) === after) + 1;
  const page = items.slice(start, start + limit);
  const last = page[page.length - 1];
  const isLast = last === undefined || start + limit >= items.length;
  return pageReply([...page], isLast ? null : key(last));
}

const routes = readRoutes.map((route) => ({
  route,
  form: new RegExp(`^${route.path.replace(/\{\w+\}/, '([^/]+)')}$`),
}));

/** What is answered to path and query below /api. Throws ProblemError. */
export function pictureReads({ meeting, parts }: OpenBundle) {
  const { asOf, compare, knownAt } = meeting.head;
  const frozen = answersAtHand(parts);
  const details = new Map<Language, Promise<readonly TaskDetail[]>>();

  const readDetails = async (lang: Language): Promise<readonly TaskDetail[]> => {
    const found: TaskDetail[] = [];
    for await (const [question, answer] of frozen.each('/tasks/'))
      if (question.endsWith(`lang=${lang}`)) found.push(answer as TaskDetail);
    return found;
  };
  const detailsIn = (lang: Language): Promise<readonly TaskDetail[]> => {
    const found = details.get(lang) ?? readDetails(lang);
    details.set(lang, found);
    return found;
  };

  const tasks = async (query: Query, lang: Language) => {
    const { department, framework, light, order = 'id' } = query;
    const all = (await detailsIn(lang)).filter((row) => row.retired === null);
    const key = (task: Task): string =>
      order === 'id' ? task.id : `${urgencyKey(task)} ${task.id}`;
    const fitting = all
      .map(({ task }) => task)
      .filter(
        (task) =>
          (department === undefined || task.owner === department) &&
          (framework === undefined || task.framework === framework) &&
          (light === undefined || task.light.state === light),
      )
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return { ...slice(fitting, key, query), total: fitting.length };
  };

  const retired = async (lang: Language) => ({
    items: (await detailsIn(lang))
      .filter((row) => row.retired !== null)
      .map(({ task }) => ({ id: task.id })),
    next: null,
  });

  /** A list, put together of the pages that were frozen. */
  const list = async (path: string, query: Query, lang: Language) => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const question = frozenQuestion(path, { asOf, cursor, knownAt, lang });
      const page = (await frozen.answer(question)) as Page | undefined;
      if (page === undefined) return undefined;
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return slice(items, keyOf, query);
  };

  /** Another picture than the frozen one is on the server, and only there. */
  const checkPicture = (query: Query): void => {
    const held = { asOf, knownAt, compare: compare ?? ('none' as const) };
    for (const name of ['asOf', 'knownAt', 'compare'] as const) {
      const asked = query[name];
      if (asked === undefined || asked === held[name]) continue;
      const message = `${name}=${quote(asked)} is not in this offline bundle, ${held[name]} is.`;
      throw new ProblemError('not-in-bundle', message, {
        fields: [{ path: name, message }],
        suggestion: held[name],
      });
    }
  };

  return async (path: string, search: string, lang: Language): Promise<unknown> => {
    const found = routes
      .map(({ route, form }) => ({ route, match: form.exec(path) }))
      .find(({ match }) => match !== null);
    if (found === undefined)
      throw new ProblemError('not-in-bundle', `${quote(path)} is not in this offline bundle.`);
    const { route, match } = found;
    const query = readQuery(search, route.parameters);
    checkPicture(query);
    if (route.path === '/tasks') return tasks(query, lang);
    if (route.path === '/retired-tasks') return retired(lang);
    const base = route.path === '/board' ? { compare: compare ?? 'none' } : {};
    const answer = await frozen.answer(frozenQuestion(path, { ...base, asOf, knownAt, lang }));
    const isPage = query.limit !== undefined || query.cursor !== undefined;
    if (answer !== undefined && !isPage) return answer;
    const items = match?.[1] === undefined ? await list(path, query, lang) : undefined;
    if (items !== undefined) return items;
    const [, what = path] = path.split('/');
    const known: string[] = [];
    for await (const [question] of frozen.each(`/${what}/`))
      known.push(decodeURIComponent(question.slice(what.length + 2, question.indexOf('?'))));
    throw notFound(what, decodeURIComponent(match?.[1] ?? path), known);
  };
}
