/**
 * The one wording of a question whose answer a frozen picture holds: path and query below /api, parameters in order,
 * language included; the key in the path is percent-encoded, values stand as they are.
 * @param values parameters that were asked; undefined = not asked
 */
export function frozenQuestion(
  path: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  const asked = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  return `${path}?${asked.join('&')}`;
}
