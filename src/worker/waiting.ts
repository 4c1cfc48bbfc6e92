/** Milliseconds that only grow. */
export function now(): number {
  return performance.now();
}

/** Resolves after so many milliseconds, or at once when the program stops. */
export function sleep(milliseconds: number, stopping?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds <= 0 || stopping?.aborted === true) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      stopping?.removeEventListener('abort', end);
      resolve();
    };
    // A timer counts whole milliseconds, and ends up to one too early.
    const timer = setTimeout(end, Math.ceil(milliseconds));
    stopping?.addEventListener('abort', end);
  });
}
