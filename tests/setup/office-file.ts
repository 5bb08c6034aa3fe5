/** An Office file read again without the library that wrote it: its parts, whether they are XML, where they point. */
import { checkUnpacked, zipEntries, zipText } from '#server/files/zip.ts';

export type OfficeFile = {
  readonly names: readonly string[];
  /** Text of every part of XML. */
  readonly xml: ReadonlyMap<string, string>;
};

export async function readOffice(bytes: Uint8Array<ArrayBuffer>): Promise<OfficeFile> {
  const entries = zipEntries(bytes);
  await checkUnpacked(bytes, entries);
  const xml = new Map<string, string>();
  for (const entry of entries)
    if (/\.(xml|rels)$/.test(entry.name)) xml.set(entry.name, await zipText(bytes, entry));
  return { names: entries.map(({ name }) => name), xml };
}

const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** The first thing that keeps a text from being XML; null = it is well formed. */
export function faultOfXml(text: string): string | null {
  const open: string[] = [];
  const body = text.replace(/^\uFEFF?<\?xml[^?]*\?>/, '');
  let end = 0;
  for (const tag of body.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
  )) {
    const between = body.slice(end, tag.index);
    if (between.includes('<') || ENTITY.test(between))
      return `stray mark before ${tag[0].slice(0, 60)}`;
    if (/(?![\t\n\r])\p{Cc}/u.test(between)) return 'a control character';
    const [all, closing, name = '', attributes = '', alone] = tag;
    if (ENTITY.test(attributes)) return `stray & in ${all.slice(0, 60)}`;
    end = tag.index + all.length;
    if (closing === '/') {
      if (open.pop() !== name) return `${all} closes another element`;
    } else if (alone !== '/') open.push(name);
  }
  if (open.length > 0) return `${open.join(' > ')} stays open`;
  return body.slice(end).trim() === '' ? null : `text behind the end: ${body.slice(end, end + 40)}`;
}

/** Relations that lead to no part of the file. */
export function lostRelations({ names, xml }: OfficeFile): string[] {
  const known = new Set(names);
  return [...xml].flatMap(([name, text]) => {
    if (!name.endsWith('.rels')) return [];
    const base = name.replace(/_rels\/[^/]*$/, '');
    return [...text.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([relation]) => {
      const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? '';
      if (/TargetMode="External"/.test(relation)) return [];
      const path = new URL(target, `http://office/${base}`).pathname.slice(1);
      return known.has(decodeURIComponent(path)) ? [] : [`${name}: ${target}`];
    });
  });
}

/** Everything that is written in the parts whose name fits, without its marks. */
export function wordsOf(file: OfficeFile, name: RegExp): string {
  return [...file.xml]
    .filter(([part]) => name.test(part))
    .map(([, text]) => text.replace(/(<[^>]*>)+/g, '\n'))
    .join('\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
