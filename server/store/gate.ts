/**
 * Lets one in at a time, in the order of their coming, with a turn for everybody else in between. Whoever comes alone
 * waits for nothing.
 */
export function createGate(turn: () => Promise<void>): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let isFree = true;
  const next = (): void => {
    const first = waiting.shift();
    if (first === undefined) {
      isFree = true;
      return;
    }
    first();
    void turn().then(next);
  };
  return async () => {
    if (!isFree) return new Promise((resolve) => waiting.push(resolve));
    isFree = false;
    void turn().then(next);
  };
}
