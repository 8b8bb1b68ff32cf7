import type { LogIndex } from './logIndex';

/** How often a file that is shown is looked at by itself: no event comes from a network file system, or past the watchers' limit. */
export const POLL_MS = 5_000;

/**
 * Looks at one file of the index time and again, until it is disposed. A look is one stat; only a changed file is read, and one
 * that nobody has asked about is left alone.
 */
export function pollFile(index: Pick<LogIndex, 'isKnown' | 'refresh'>, key: string): { dispose(): void } {
  const timer = setInterval(() => {
    if (index.isKnown(key)) void index.refresh(key);
  }, POLL_MS);
  return { dispose: () => clearInterval(timer) };
}
