/**
 * How wide a text is drawn in Noto Sans SC, and where it breaks. Layout is done with these numbers everywhere, so that
 * a slide is laid out the same with and without the font at hand.
 */

/** Advance widths of U+0020 to U+007E in thousandths of the size. */
const REGULAR = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
  555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
  552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
  531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
  284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];
const BOLD = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
  590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
  585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
  580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
  315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

const isLatin = (code: number): boolean => code >= 0xa1 && code < 0x370;

/** Width of a text on one line, in the unit of `size`. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const table = bold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const mark of text) {
    const code = mark.codePointAt(0) ?? 0;
    thousandths += table[code - 32] ?? (isLatin(code) ? 620 : 1000);
  }
  return (thousandths * size) / 1000;
}

/** Marks that begin no line, and marks that end none. */
const NOT_FIRST = /^[，。、；：！？）》」』】〉…％%’”!,.:;?)\]}°·]/u;
const NOT_LAST = /[（《「『【〈‘“([{]$/u;

/** Pieces that a line may end after: words of Latin letters and numbers hold together, Chinese breaks anywhere. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(
    /[\x21-\x7e\u00a1-\u036f]+|\s+|[^\x21-\x7e\u00a1-\u036f\s]/gu,
  )) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last)) && !/\s$/.test(last))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** A piece that is wider than the line, cut to fit. */
function cut(piece: string, width: number, size: number, bold: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const mark of piece) {
    if (part !== '' && widthOf(part + mark, size, bold) > width) {
      parts.push(part);
      part = '';
    }
    part += mark;
  }
  return [...parts, part];
}

/**
 * The lines of a text in a column. Line feeds in it are kept.
 * @param most lines at most; the last of them ends with an ellipsis where there would be more
 */
export function linesOf(
  text: string,
  width: number,
  size: number,
  bold: boolean,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const whole of piecesOf(paragraph)) {
      const parts = widthOf(whole, size, bold) > width ? cut(whole, width, size, bold) : [whole];
      for (const piece of parts) {
        if (line !== '' && widthOf((line + piece).trimEnd(), size, bold) > width) {
          lines.push(line.trimEnd());
          line = '';
        }
        line += line === '' ? piece.trimStart() : piece;
      }
    }
    lines.push(line.trimEnd());
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`, size, bold) > width)
    last = [...last].slice(0, -1).join('');
  return [...kept.slice(0, -1), `${last}…`];
}
