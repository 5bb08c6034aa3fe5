/**
 * Answers of a frozen meeting that this page holds: asked exactly such a question, it needs no network. They are the
 * bytes that the server would send, for ever.
 */
type Answers = Readonly<Record<string, unknown>>;
type Params = Readonly<Record<string, string | null>>;

const held = new Map<string, unknown>();

/** The one wording of a question: parameters in order, nothing encoded. */
function questionOf(path: string, params: Params): string {
  const asked = Object.entries(params)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return `${decodeURIComponent(path)}?${asked.join('&')}`;
}

/** Holds the answers for as long as the page is open. */
export function holdFrozen(answers: Answers): void {
  for (const [question, answer] of Object.entries(answers))
    held.set(decodeURIComponent(question), answer);
}

/** undefined = no held picture answers it. */
export const frozenAnswer = (path: string, params: Params): unknown =>
  held.size === 0 ? undefined : held.get(questionOf(path, params));
