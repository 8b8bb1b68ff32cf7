import { describe, expect, it } from 'vitest';
import type { OriginKind } from '../run/run';
import { handMadeRun } from '../../test/handMadeRun';
import { horizonOf } from './horizonOf';

const planned = (from: string, kind?: OriginKind) =>
  handMadeRun([0, 1, 2, 3], {
    config: new Map([['maxSteps', { value: 90, from, ...(kind === undefined ? {} : { kind }) }]]),
  });

describe('horizonOf, where the unit of the steps is not known', () => {
  it.each([
    ['takes the last step from the log itself', planned('日志表头： max_steps', 'log'), 90],
    ['not from a file beside it, whatever that is called', planned('column widths.yaml:3 max_steps'), 7],
    ['nor from one named like the log’s header', planned('log header: max_steps'), 7],
  ])('%s', (_, run, step) => {
    expect(horizonOf(run).step).toBe(step);
  });
});
