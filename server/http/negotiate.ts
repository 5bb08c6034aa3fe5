/** What the caller can read: content codings and languages, by their q-values. */
import { type Language, languages } from '#core/contract/lists.ts';

export type Coding = 'identity' | 'br' | 'gzip';

function qualities(header: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (name === '') continue;
    const q = parameters.find((parameter) => /^q=/i.test(parameter));
    const value = q === undefined ? 1 : Number(q.slice(2));
    found.set(name.toLowerCase(), Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : 0);
  }
  return found;
}

function decideCoding(acceptEncoding: string): Coding {
  const asked = qualities(acceptEncoding);
  const rest = asked.get('*') ?? 0;
  const br = asked.get('br') ?? rest;
  const gzip = asked.get('gzip') ?? asked.get('x-gzip') ?? rest;
  // Not named and not refused by `*;q=0`: identity is acceptable, but a named coding is what was asked for.
  const identity = asked.get('identity') ?? 0;
  if (br > 0 && br >= gzip && br >= identity) return 'br';
  if (gzip > 0 && gzip >= identity) return 'gzip';
  return 'identity';
}

function decideLanguage(acceptLanguage: string): Language {
  let best: Language = 'zh';
  let bestQ = 0;
  for (const [range, q] of qualities(acceptLanguage)) {
    const language = languages.find((known) => range === known || range.startsWith(`${known}-`));
    if (language !== undefined && q > bestQ) {
      best = language;
      bestQ = q;
    }
  }
  return best;
}

/** Remembers the answer for the few header texts that browsers send; the bound keeps a hostile caller out of memory. */
function remembering<T>(decide: (header: string) => T): (header: string) => T {
  const seen = new Map<string, T>();
  return (header) => {
    const known = seen.get(header);
    if (known !== undefined) return known;
    const decided = decide(header);
    if (seen.size >= 200) seen.clear();
    if (header.length <= 200) seen.set(header, decided);
    return decided;
  };
}

const codingFor = remembering(decideCoding);
const languageFor = remembering(decideLanguage);

/** Brotli before gzip before identity where the caller likes them equally; identity where nothing is asked. */
export function codingOf(acceptEncoding: string | null | undefined): Coding {
  return acceptEncoding ? codingFor(acceptEncoding) : 'identity';
}

/** The product's language that the caller prefers; Chinese where none is named. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  return acceptLanguage ? languageFor(acceptLanguage) : 'zh';
}
