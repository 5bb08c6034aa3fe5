/** Office files made anew so that the same picture gives the same bytes: fixed dates, parts in order. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Instant } from '#core/domain/records.ts';
import type { Bytes } from './export-input.ts';

/** Earliest day that a zip archive can name; the real one stands in the document's own properties. */
const ZIP_DAY = new Date(1980, 0, 1);

const FIRST = '[Content_Types].xml';

const order = (a: string, b: string): number =>
  a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : a > b ? 1 : 0;

/** Cells of a chart that hold nothing: a program that reads strictly takes no empty number. */
const EMPTY_POINTS = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>|<c r="[A-Z]+\d+"><v><\/v><\/c>/g;

/** The dates that writers take from the clock. */
const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** Parts that a writer numbers on through all the files it writes in its life. */
const NUMBERED = /(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g;

/** Their numbers as the first file would have them. */
function numbersFromOne(names: readonly string[]): (text: string) => string {
  const found = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const sorted = found.map(Number).sort((a, b) => a - b);
  const numbers = new Map(sorted.map((number, index) => [String(number), String(index + 1)]));
  return (text) =>
    text.replace(NUMBERED, (all, name: string, number: string) => {
      const first = numbers.get(number);
      return first === undefined ? all : `${name}${first}`;
    });
}

/**
 * Packs an Office file again.
 * @param at stands as its date of writing
 */
export function settled(bytes: Uint8Array, at: Instant): Bytes {
  const parts = unzipSync(bytes);
  const date = at.replace(/\.\d+Z$/, 'Z');
  const numbered = numbersFromOne(Object.keys(parts));
  const textOf = (name: string, text: string): string => {
    if (name.endsWith('docProps/core.xml')) return text.replace(DATES, `$1${date}`);
    if (name.endsWith('.rels') || name === FIRST) return numbered(text);
    return text.replace(EMPTY_POINTS, '');
  };
  const files: Zippable = {};
  const names = Object.keys(parts).map((name) => [numbered(name), name] as const);
  for (const [name, former] of names.sort(([a], [b]) => order(a, b))) {
    const content = parts[former];
    if (content === undefined || name.endsWith('/')) continue;
    const made = name.endsWith('.xlsx')
      ? settled(content, at)
      : /\.(xml|rels)$/.test(name)
        ? strToU8(textOf(name, strFromU8(content)))
        : content;
    files[name] = [made, { mtime: ZIP_DAY, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return new Uint8Array(zipSync(files));
}
