/** Lets the process end although this timer is due. A browser's timers are numbers, and hold nothing up. */
export function unref(timer: unknown): void {
  if (isNodeTimer(timer)) timer.unref();
}

function isNodeTimer(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function';
}
