/** What can be known of a PDF that Chromium wrote, without another program. */
import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  readonly pages: number;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** Every character that can be selected and copied. */
  readonly letters: ReadonlySet<string>;
};

function streamsOf(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    const from = at + 'stream\n'.length;
    const to = bytes.indexOf('endstream', from);
    if (to === -1) break;
    try {
      found.push(inflateSync(bytes.subarray(from, to)).toString('latin1'));
    } catch {
      // Not a compressed stream, or the end of one.
    }
    at = to + 'endstream'.length;
  }
  return found;
}

/**
 * Fonts give a letter and the radical that looks like it one drawing, and Chromium may name either. NFKC knows the
 * Kangxi radicals; these are of the supplement, which it does not.
 */
const RADICALS = new Map(
  '⺟母 ⺠民 ⺫目 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻤鬼 ⻥鱼 ⻦鸟 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const),
);
/** NFKC gives the old form of this one. */
RADICALS.set('\u2f3e', '户');
const asLetter = (mark: string): string => RADICALS.get(mark) ?? mark.normalize('NFKC');

/** Letters that the ToUnicode maps of the fonts name: what is not among them is only a drawing. */
function lettersOf(map: string): string[] {
  const letter = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  const ranges = [...map.matchAll(/^<(\w+)> <(\w+)> <(\w+)>$/gm)].flatMap(
    ([, from = '', to = '', first = '']) => {
      const [start, end, code] = [from, to, first.slice(-4)].map((hex) => Number.parseInt(hex, 16));
      const count = (end ?? 0) - (start ?? 0) + 1;
      return Array.from({ length: count }, (_, i) => String.fromCharCode((code ?? 0) + i));
    },
  );
  const lists = [...map.matchAll(/<\w+> <\w+> \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<(\w{4,})>/g)].map(([, hex = '']) => letter(hex)),
  );
  const single = [...map.matchAll(/^<\w+> <(\w+)>$/gm)].map(([, hex = '']) => letter(hex));
  return [...ranges, ...lists, ...single];
}

export function readPdf(bytes: Buffer): ReadPdf {
  const plain = bytes.toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(plain) ?? [];
  const maps = streamsOf(bytes).filter((text) => text.includes('begincmap'));
  return {
    pages: [...plain.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    size: [Number(width), Number(height)],
    letters: new Set(maps.flatMap(lettersOf).map(asLetter)),
  };
}
