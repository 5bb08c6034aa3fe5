/**
 * The REST app of an offline bundle: the server's own reads, answered from the frozen document alone. It has no store,
 * writes nothing, and says of everything else that it is not in the bundle.
 */
import type { Me } from '#core/contract/account.ts';
import type { Language } from '#core/contract/lists.ts';
import type { MeetingDetail, MeetingHead, Stage } from '#core/contract/meeting.ts';
import { languageOf } from '#server/http/negotiate.ts';
import { notFound } from '#server/http/not-found.ts';
import { readQuery } from '#server/http/parameters.ts';
import { ProblemError, problemOf, quote } from '#server/http/problem.ts';
import { privateReply, problemReply, toResponse } from '#server/http/reply.ts';
import type { FrozenSlides } from '#server/meetings/frozen-answers.ts';
import { documentText } from '#server/meetings/snapshot-text.ts';
import { pictureReads } from './bundled-reads.ts';
import type { OpenBundle } from './open-bundle.ts';

export type BundleApp = { readonly fetch: (request: Request) => Promise<Response> };

/** Whoever opens the folder may read what is in it, and nobody signs in. */
const reader = (lang: Language): Me => ({
  account: null,
  rights: ['read'],
  openReading: true,
  separateOfficers: false,
  signIn: { password: false, doors: [], choices: [] },
  expiresAt: null,
  lang,
});

const untouched = (meeting: string): Stage => ({
  meeting,
  item: null,
  black: false,
  focus: null,
  since: null,
  turn: 0,
  presenter: null,
});

const notHere = (path: string): ProblemError =>
  new ProblemError('not-in-bundle', `${quote(path)} is not in this offline bundle.`);

/** Answers of the one meeting, below `/meetings`. */
function meetingReads({ meeting: bundled, parts }: OpenBundle) {
  const { slides } = JSON.parse(`{${bundled.rest}}`) as { readonly slides: FrozenSlides };
  const headIn = (lang: Language): MeetingHead => bundled.details[lang].meeting;
  const { id } = headIn(bundled.lang);
  const snapshot = async (search: string): Promise<Response> => {
    const { version = bundled.head.version } = readQuery(search, ['version', 'lang']);
    if (version !== bundled.head.version) throw notHere(`version ${version}`);
    const each = async function* () {
      yield* parts;
    };
    const pieces: string[] = [];
    for await (const text of documentText(each(), bundled.rest)) pieces.push(text);
    return new Response(new Blob(pieces, { type: 'application/json' }));
  };
  return async (key: string, rest: string, lang: Language, search: string): Promise<unknown> => {
    if (key === '') return { items: [headIn(lang)], next: null };
    if (key !== id) throw notFound('meeting', key, [id]);
    switch (rest) {
      case '': {
        const detail: MeetingDetail = {
          ...bundled.details[lang],
          slides: [...slides[lang]],
          readiness: null,
        };
        return detail;
      }
      case '/snapshot':
        return snapshot(search);
      case '/stage':
        return untouched(id);
      default:
        throw notHere(`/meetings/${key}${rest}`);
    }
  };
}

const MEETINGS = /^\/meetings(?:\/([^/]+)(\/.*)?)?$/;

export function createBundleApp(bundle: OpenBundle): BundleApp {
  const ofPicture = pictureReads(bundle);
  const ofMeeting = meetingReads(bundle);

  const answer = async (path: string, search: string, lang: Language): Promise<unknown> => {
    if (path === '/me') return reader(lang);
    const meeting = MEETINGS.exec(path);
    if (meeting !== null)
      return ofMeeting(decodeURIComponent(meeting[1] ?? ''), meeting[2] ?? '', lang, search);
    return ofPicture(path, search, lang);
  };

  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      try {
        if (request.method !== 'GET' && request.method !== 'HEAD')
          throw new ProblemError('method-not-allowed', 'An offline bundle is for reading alone.', {
            allow: ['GET', 'HEAD'],
          });
        const asked = new URLSearchParams(search).get('lang');
        const lang =
          asked === 'zh' || asked === 'en'
            ? asked
            : languageOf(request.headers.get('accept-language'));
        const found = await answer(pathname.replace(/^\/api(?=\/)/, ''), search.slice(1), lang);
        if (found instanceof Response) return found;
        return toResponse(privateReply(200, JSON.stringify(found), {}, request.method));
      } catch (error) {
        const known =
          error instanceof ProblemError
            ? error
            : new ProblemError('internal', 'The bundle could not answer.', { cause: error });
        return toResponse(problemReply(problemOf(known, pathname), request.method));
      }
    },
  };
}
