/** Lets everything else that waits have its turn: for long work on a thread that also answers. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
