/**
 * Under `npm start`, ends this process when npm is told to end. npm passes a SIGTERM on to its
 * shell alone; the shell dies of it, and the server would live on unseen with its port. A signal
 * that reaches this process by itself (Ctrl-C) is left to the server: a second would cut it short.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(watch);
      // The server is not up yet and listens to nothing: end as if nobody had listened.
      if (process.listenerCount(signal) === 0) process.exit(1);
    });
  }
}
