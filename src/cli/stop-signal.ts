/** Resolves when the process is asked to stop; a second signal stops it at once. */
export const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve(signal);
      });
    }
  });

/** Aborts when the process is asked to stop. */
export function stopAtSignal(): AbortSignal {
  const stop = new AbortController();
  void stopSignal().then(() => stop.abort());
  return stop.signal;
}
