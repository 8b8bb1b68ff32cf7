import { describe, expect, it } from 'vitest';
import type { ComparedRunView } from '../../src/compareProtocol';
import { OverlayMemory } from './overlayMemory';

function longRun(rows: number): ComparedRunView {
  const steps = Array.from({ length: rows }, (_, i) => i);
  return {
    ...{ label: 'run', name: 'run.jsonl', key: 'run', track: null },
    points: { steps, rewards: steps.map((step) => step / rows), lines: null },
    axes: [{ kind: 'tokens', title: 'tokens', steps: [0, rows], values: [0, 10 * rows] }],
  };
}

const RUNS = [longRun(1_000), longRun(1_000)];
const NAMES = ['a', 'b'];

interface Built {
  readonly number: number;
}

/** Numbers the scenes it builds. */
function memory(): OverlayMemory<Built> {
  let number = 0;
  return new OverlayMemory('step', () => ({ number: number++ }));
}

describe('OverlayMemory', () => {
  it('builds nothing while the same runs are dragged', () => {
    const kept = memory();
    const { picture } = kept.of({ runs: RUNS, names: NAMES }, 'step');
    for (let frame = 0; frame < 50; frame++) {
      const next = kept.of({ runs: RUNS, names: [...NAMES] }, 'step');
      expect(next.picture).toBe(picture);
      expect(next.scene).toEqual({ number: 0 });
    }
  });

  it.each([
    ['another name', { runs: RUNS, names: ['a', 'c'] }, 'step'],
    ['other runs', { runs: [...RUNS], names: NAMES }, 'step'],
    ['another axis', { runs: RUNS, names: NAMES }, 'tokens'],
  ] as const)('builds anew for %s', (_, data, kind) => {
    const kept = memory();
    const first = kept.of({ runs: RUNS, names: NAMES }, 'step');
    expect(kept.of(data, kind).picture).not.toBe(first.picture);
  });

  it('draws with other colours when the theme is another', () => {
    const kept = memory();
    kept.of({ runs: RUNS, names: NAMES }, 'step');
    kept.forget();
    expect(kept.of({ runs: RUNS, names: NAMES }, 'step').scene).toEqual({ number: 1 });
  });
});
