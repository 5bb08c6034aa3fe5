/**
 * About how wide a text is, in the unit of `size`: Chinese letters are one em, the others a little over half.
 * For choosing a side or a line break before anything is drawn; never for alignment.
 */
export function roughWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    em += letter > '\u2E7F' ? 1 : ' ' === letter ? 0.25 : '-.,:;()'.includes(letter) ? 0.35 : 0.55;
  }
  return em * size;
}
