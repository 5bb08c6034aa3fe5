/** The last of a list; undefined where it is empty. Chromium 87 has no `Array.prototype.at`. */
export function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}
