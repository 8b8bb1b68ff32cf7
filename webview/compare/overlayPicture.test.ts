import { describe, expect, it } from 'vitest';
import type { ComparedRunView } from '../../src/compareProtocol';
import { heightAt, overlayPicture, pointNear, sharedKinds } from './overlayPicture';

function run(tokensPerStep: number | null, count = 5): ComparedRunView {
  const steps = Array.from({ length: count }, (_, i) => i * 10);
  const rewards = steps.map((step) => step / 100);
  return {
    label: 'run',
    name: 'run.jsonl',
    key: 'run',
    points: { steps, rewards, lines: null },
    track: {
      curve: 'exponential',
      steps: [0, 40],
      reward: [0, 0.4],
      band: { low: [-0.1, 0.3], high: [0.1, 0.5] },
      row: null,
    },
    axes:
      tokensPerStep === null
        ? []
        : [{ kind: 'tokens', title: 'tokens', steps: [0, 40], values: [0, 40 * tokensPerStep] }],
  };
}

describe('overlayPicture', () => {
  it('offers the axes that all runs have', () => {
    expect(sharedKinds([run(100), run(400)])).toEqual(['step', 'tokens']);
    expect(sharedKinds([run(100), run(null)])).toEqual(['step']);
  });

  it('puts each run where it had come to on the axis', () => {
    const { curves, axis, places } = overlayPicture([run(100), run(400)], ['a', 'b'], 'tokens', 'step');
    expect(axis.kind).toBe('tokens');
    expect(curves.map(({ xs }) => xs.at(-1))).toEqual([4_000, 16_000]);
    expect(curves.map(({ line }) => line.at(-1)?.x)).toEqual([4_000, 16_000]);
    expect(curves[1].band?.steps).toEqual([0, 16_000]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('reads a run at a place where it has a point or a curve, and nowhere else', () => {
    const [curve] = overlayPicture([run(null)], ['a'], 'step', 'step').curves;
    expect(heightAt(curve, 20)).toBeCloseTo(0.2, 12);
    expect(heightAt(curve, 41)).toBeNull();
    expect(pointNear(curve, 21)).toEqual({ x: 20, y: 0.2 });
    expect(pointNear(curve, 60)).toBeNull();
  });
});
