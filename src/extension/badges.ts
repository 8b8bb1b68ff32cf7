import type { RunState } from '../report/report';

/**
 * What the explorer shows of a log's state; VS Code drops the whole decoration of a badge longer than two
 * characters. Arrows say where the reward goes, `η` is the learning rate; none is a letter that git uses.
 */
export const BADGES: Readonly<Record<RunState, string>> = {
  rising: '↗',
  falling: '↘',
  plateaued: '→',
  'plateaued-learning-rate': '→η',
  ringing: '∿',
  collapsing: '↓',
  collapsed: '↓↓',
  'no-trend': '–',
  'too-early': '◔',
  unclear: '?',
};

/** A recognised log that is still being read, or is too large to be read for a badge alone. */
export const PENDING_BADGE = '··';

/** A recognised log that could not be read to its end. */
export const FAILED_BADGE = '×';
