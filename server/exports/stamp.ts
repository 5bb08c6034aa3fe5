/** What every export carries: which meeting, of which data, frozen when, and by which hash it is known. */
import { formatDate } from '#core/domain/format.ts';
import { bureauDay, bureauTime } from '#server/http/answers.ts';
import { type ExportInput, isSimulated } from './export-input.ts';
import { exportWords } from './export-words.ts';

/** Of which day the numbers are, and as known when, to be read; the stamp has the instants to the millisecond. */
export function frozenText({ snapshot, lang }: ExportInput): string {
  const { asOf, knownAt } = snapshot;
  const words = exportWords[lang];
  const moment = words.beijing(formatDate(bureauDay(knownAt), lang), bureauTime(knownAt));
  return words.frozenLine(formatDate(asOf, lang), moment);
}

/** Label and value, in the order in which they are shown. */
export function stampRows(
  input: ExportInput,
): readonly (readonly [label: string, value: string])[] {
  const { snapshot, head, lang, link } = input;
  const { simulated, stamp: words } = exportWords[lang];
  const asOf = formatDate(snapshot.asOf, lang);
  return [
    ...(isSimulated(input) ? [[words.simulated, simulated(asOf)] as const] : []),
    [words.asOf, asOf],
    [words.compare, snapshot.compare === null ? words.none : formatDate(snapshot.compare, lang)],
    [words.knownAt, snapshot.knownAt],
    [
      words.frozenAt,
      `${head.frozenAt}${head.frozenByName === null ? '' : ` · ${head.frozenByName}`}`,
    ],
    [words.version, `v${snapshot.version}`],
    [words.hash, head.sha256],
    [
      words.signature,
      head.signature === null
        ? words.none
        : `ECDSA P-256 · ${head.signature.key} · ${head.signature.value.slice(0, 24)}…`,
    ],
    [words.link, link],
  ];
}

/** The name under which an export is saved: names of one meeting sort by date, then by version. */
export function exportName(
  meeting: { readonly title: string; readonly date: string },
  version: number,
  ending: string,
): string {
  const title = meeting.title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*/\\]/gu, '')
    .replace(/[\s.]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${meeting.date}-${title === '' ? 'meeting' : [...title].slice(0, 80).join('')}-v${version}.${ending}`;
}
