/** On a phone a row of links moves under the finger: scrolls it so that this one stands in its middle. */
export function intoSight(link: HTMLElement | null): void {
  const row = link?.closest('ul, ol');
  if (!link || !row) return;
  const at = link.getBoundingClientRect();
  row.scrollLeft += at.left - row.getBoundingClientRect().left - (row.clientWidth - at.width) / 2;
}
