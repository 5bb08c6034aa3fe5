const two = (part: number): string => String(part).padStart(2, '0');

/** An instant on the reader's own clock: 2021-06-01 08:00, in every language. */
export function localMinute(instant: string): string {
  const at = new Date(instant);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
