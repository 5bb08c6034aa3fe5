/** The pages: the built document with the first picture painted into it and its data beside it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import type { App } from '#server/app.ts';
import { languageOf } from '#server/http/negotiate.ts';
import { ProblemError, problemOf } from '#server/http/problem.ts';
import {
  type Conditions,
  encodedReply,
  type PlainReply,
  problemReply,
  textReply,
} from '#server/http/reply.ts';
import { EncodedReply, ReplyCache } from '#server/http/reply-cache.ts';
import { policyWith, securityHeaders } from '#server/http/security-headers.ts';
import { compress } from './compress.ts';
import { inlineStyles } from './inline-styles.ts';
import { linksFor, type Manifest } from './page-links.ts';
import { pageTemplate } from './page-template.ts';
import { isTooOld, plainPage } from './plain-page.ts';
import { staticSearch, staticWallPath, withoutScript } from './static-wall.ts';
import { wallGuard } from './wall-guard.ts';

/** What the page was asked, and the answer; the page starts from the same. */
type FirstData = {
  readonly question: {
    readonly asOf: string | null;
    readonly compare: string | null;
    readonly knownAt: string | null;
    readonly lang: Language;
  };
  readonly board: unknown;
  readonly problem: unknown;
  readonly answers: readonly (readonly [key: readonly string[], answer: unknown])[];
};

/** What the built painter exports; see src/entry-static.tsx. */
type Painter = {
  wantsBoard(path: string, search: string): boolean;
  questionsOf(
    path: string,
    search: string,
    lang: Language,
  ): readonly { readonly key: readonly string[]; readonly target: string }[];
  /** Comes before what is painted without script. */
  loadCharts(): Promise<void>;
  renderPage(ask: {
    path: string;
    search: string;
    first: FirstData;
    /** Also draws what the page's own code would draw. */
    withoutScript: boolean;
  }): {
    readonly html: string;
    readonly lang: string;
    readonly theme: string;
    readonly shell: string;
    readonly reach: string;
    readonly title: string;
    readonly modules: readonly string[];
    readonly sheets: readonly string[];
    readonly status: number;
  };
};

export type PageAsk = {
  readonly path: string;
  /** Query string without its question mark. */
  readonly search: string;
  readonly header: (name: string) => string | undefined;
  readonly conditions: Conditions;
};
export type Pages = (ask: PageAsk) => Promise<PlainReply>;

type Options = {
  readonly app: App;
  readonly clock: () => Instant;
  /** Folder of the built page. */
  readonly dist: string;
  /** Folder of the built painter. */
  readonly distStatic: string;
  /** Name of the build; null = none. */
  readonly build: string | null;
  /** A page could not be painted; it is sent unpainted and paints itself. */
  readonly failed: (error: unknown) => void;
};

/** A document to be filled in, and the headers that it is sent with. */
type Form = {
  readonly fill: ReturnType<typeof pageTemplate>;
  readonly headers: Readonly<Record<string, string>>;
};

const htmlType = 'text/html; charset=utf-8';
/** For what is made anew each time. */
const htmlHeaders = { vary: 'Accept-Language, Cookie, User-Agent' };
const CACHE_BYTES = 16 * 1024 * 1024;
const headers: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-type': htmlType,
  'cache-control': 'no-cache',
  vary: 'Accept-Encoding, Accept-Language, Cookie, User-Agent',
};

/** Loads what was built. Without a built page every page says so; without a painter pages paint themselves. */
export async function openPages(options: Options): Promise<Pages> {
  const { app, build, clock, dist, distStatic, failed } = options;
  const documentFile = path.join(dist, 'index.html');
  if (!existsSync(documentFile)) {
    return async ({ path: asked, conditions }) =>
      problemReply(
        problemOf(
          new ProblemError('not-ready', 'The page is not built yet: npm run build.'),
          asked,
        ),
        conditions.method,
      );
  }
  const document = readFileSync(documentFile, 'utf8');
  const painterFile = path.join(distStatic, 'entry-static.js');
  if (!existsSync(painterFile)) {
    const plain = new EncodedReply(new TextEncoder().encode(document), compress);
    return async ({ conditions }) => encodedReply(plain, conditions, headers);
  }
  const painter = (await import(pathToFileURL(painterFile).href)) as Painter;
  const manifestFile = path.join(dist, '.vite', 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const desk: Form = { fill: pageTemplate(document), headers };
  /** With the styles inside; a wall also brings what watches over its start. */
  const inlinedWith = (sheets: readonly string[], isWall: boolean): Form => {
    // The manifest names an asset by its whole path.
    const files = sheets.map((sheet) => {
      const name = Object.keys(manifest).find((one) => one === sheet || one.endsWith(`/${sheet}`));
      return `/${manifest[name ?? '']?.file ?? ''}`;
    });
    const read = (file: string) => {
      const found = path.join(dist, file);
      return existsSync(found) ? readFileSync(found, 'utf8') : null;
    };
    const inlined = inlineStyles(document, read, files);
    if (inlined === null) return desk;
    const [guard, policy] = isWall
      ? [wallGuard.element, policyWith(inlined.source, wallGuard.source)]
      : ['', policyWith(inlined.source, null)];
    return {
      fill: pageTemplate(inlined.document.replace('</head>', () => `${guard}</head>`)),
      headers: { ...headers, 'content-security-policy': policy },
    };
  };
  const wall = inlinedWith([], true);
  const late = new Map<string, Form>();
  // A wall is opened cold and then left open, a presentation too: their styles come with them. Desks keep the sheet
  // from page to page.
  const formOf = ({ shell, sheets }: { shell: string; sheets: readonly string[] }): Form => {
    if (sheets.length === 0) return shell === 'wall' ? wall : desk;
    const name = sheets.join(' ');
    const form = late.get(name) ?? inlinedWith(sheets, false);
    late.set(name, form);
    return form;
  };
  const kept = new ReplyCache(CACHE_BYTES);
  /** Tag of the board that a kept page shows. */
  const shows = new WeakMap<EncodedReply, string>();

  const paint = (asked: string, search: string, first: FirstData, withoutScript: boolean) => {
    const page = painter.renderPage({ path: asked, search, first, withoutScript });
    const links = linksFor(manifest, page.modules);
    const form = formOf(page);
    const text = form.fill({ ...page, build, links, first });
    return { status: page.status, text, headers: form.headers };
  };

  return async ({ path: given, search: asIs, header, conditions }) => {
    const wallOnly = staticWallPath(given);
    const query = wallOnly === null ? asIs : staticSearch(asIs);
    const asked = wallOnly ?? given;
    const sentWith = asked.startsWith('/wall') ? wall.headers : headers;
    const search = query === '' ? '' : `?${query}`;
    const question = questionOf(query, languageOf(header('accept-language')));
    if (isTooOld(header('user-agent'))) {
      const answer = await askBoard(app, question, null, header('cookie'));
      const board = answer.status === 200 ? (JSON.parse(answer.text) as Board) : null;
      return textReply(plainPage(board, question.lang), htmlType, conditions.method, htmlHeaders);
    }
    const key = `${question.lang} ${asked}${search}`;
    const known = kept.get(key);
    let board: BoardAnswer | null = null;
    if (painter.wantsBoard(asked, search)) {
      board = await askBoard(
        app,
        question,
        known === undefined || wallOnly !== null ? null : (shows.get(known) ?? null),
        header('cookie'),
      );
      if (board.status === 304 && known !== undefined)
        return encodedReply(known, conditions, sentWith);
    }
    const body = board === null ? null : JSON.parse(board.text);
    const isBoard = board?.status === 200;
    const questions = painter.questionsOf(asked, search, question.lang);
    const first = {
      question,
      board: isBoard ? body : null,
      problem: isBoard ? null : body,
      answers: await askAll(app, questions, header('cookie')),
    };
    try {
      if (wallOnly !== null) await painter.loadCharts();
      const { status, text, headers: own } = paint(asked, search, first, wallOnly !== null);
      if (wallOnly !== null) {
        const html = withoutScript(text, question.lang, clock());
        const policy = own['content-security-policy'];
        const sent = textReply(html, htmlType, conditions.method, {
          ...htmlHeaders,
          ...(policy === undefined ? {} : { 'content-security-policy': policy }),
        });
        return { ...sent, status: board === null ? status : board.status };
      }
      const reply = new EncodedReply(new TextEncoder().encode(text), compress);
      if (isBoard && board?.tag) {
        kept.set(key, reply);
        shows.set(reply, board.tag);
        return encodedReply(reply, conditions, sentWith);
      }
      const sent = encodedReply(
        reply,
        { ...conditions, ifNoneMatch: null },
        { ...own, 'cache-control': 'no-store' },
      );
      return { ...sent, status: board === null ? status : board.status };
    } catch (error) {
      failed(error);
      const plain = new EncodedReply(new TextEncoder().encode(document), compress);
      return encodedReply(plain, conditions, headers);
    }
  };
}

/** The board's question in a page's address. Values are as sent: the painter has looked at them before. */
function questionOf(query: string, preferred: Language): FirstData['question'] {
  const search = new URLSearchParams(query);
  const lang = search.get('lang');
  return {
    asOf: search.get('asOf'),
    compare: search.get('compare'),
    knownAt: search.get('knownAt'),
    lang: lang === 'zh' || lang === 'en' ? lang : preferred,
  };
}

/** Asks in the name of the same reader; what is refused is left out, and the page asks for itself. */
async function askAll(
  app: App,
  questions: ReturnType<Painter['questionsOf']>,
  cookie: string | undefined,
): Promise<FirstData['answers']> {
  const headers = cookie === undefined ? {} : { cookie };
  const answers: [readonly string[], unknown][] = [];
  for (const { key, target } of questions) {
    const reply = await app.fetch(new Request(`http://cockpit${target}`, { headers }));
    if (reply.status === 200) answers.push([key, await reply.json()]);
  }
  return answers;
}

type BoardAnswer = { readonly status: number; readonly tag: string | null; readonly text: string };

/**
 * Asks the API as the page will, in the name of the same reader. `tag`: of the board that is at hand; 304 where that
 * still holds and the reader may see it.
 */
async function askBoard(
  app: App,
  question: FirstData['question'],
  tag: string | null,
  cookie: string | undefined,
): Promise<BoardAnswer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) if (value !== null) search.set(name, value);
  const target = `/api/board?${search}`;
  const asked: Record<string, string> = {
    ...(tag === null ? {} : { 'if-none-match': tag }),
    ...(cookie === undefined ? {} : { cookie }),
  };
  const kept = await app.recall({
    method: 'GET',
    target,
    header: (name) => asked[name],
  });
  if (kept !== undefined) {
    const text = kept.body === null ? '' : new TextDecoder().decode(kept.body);
    return { status: kept.status, tag: kept.headers.etag ?? null, text };
  }
  const response = await app.fetch(new Request(`http://cockpit${target}`, { headers: asked }));
  return {
    status: response.status,
    tag: response.headers.get('etag'),
    text: await response.text(),
  };
}
