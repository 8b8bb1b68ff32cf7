import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis/analysis';
import type { ReplayMessage } from '../../protocol';
import { Replayer } from './replayer';

function analysisOf(count: number): Analysis {
  const steps = Float64Array.from({ length: count }, (_, i) => i);
  return {
    report: {
      source: { steps: { count } },
      interpretation: { state: 'rising', sentences: [`${count} rows`] },
      notes: [],
    },
    reward: { steps, values: steps, lines: null, columns: null },
    picture: null,
    outlook: null,
  } as unknown as Analysis;
}

interface Refit {
  readonly until: number;
  readonly signal: AbortSignal;
  readonly settle: (fails?: boolean) => Promise<void>;
}

/** A replayer whose refits the test settles; an abort rejects them, as the engine does. */
function played() {
  const refits: Refit[] = [];
  const posted: ReplayMessage[] = [];
  const logged: unknown[] = [];
  const turn = () => new Promise<void>((done) => setTimeout(done));
  const replayer = new Replayer({
    shown: () => analysisOf(100),
    refit: (until, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        const settle = (fails = false): Promise<void> => {
          if (fails) reject(new Error('broken'));
          else resolve(analysisOf(until));
          return turn();
        };
        refits.push({ until, signal, settle });
      }),
    post: (message) => posted.push(message),
    log: (error) => logged.push(error),
  });
  return { replayer, refits, posted, logged, turn };
}

describe('Replayer', () => {
  it('answers with the sentence of then, and a second time at once', async () => {
    const { replayer, refits, posted } = played();
    replayer.ask(50);
    await refits[0].settle();
    replayer.ask(50);
    expect(refits).toHaveLength(1);
    expect(posted.map(({ step, replay }) => [step, replay?.sentence])).toEqual([
      [50, '50 rows'],
      [50, '50 rows'],
    ]);
  });

  it('cancels what is no longer wanted and fits only what was asked last', async () => {
    const { replayer, refits, posted, turn } = played();
    for (const step of [50, 51, 52, 53]) replayer.ask(step);
    await turn();
    expect(refits.map(({ until, signal }) => [until, signal.aborted])).toEqual([
      [50, true],
      [53, false],
    ]);
    await refits[1].settle();
    expect(posted.map(({ step }) => step)).toEqual([53]);
  });

  it('fits again a step that was cancelled and is wanted after all', async () => {
    const { replayer, refits, posted, turn } = played();
    for (const step of [50, 51, 50]) replayer.ask(step);
    await turn();
    expect(refits.map(({ until }) => until)).toEqual([50, 50]);
    await refits[1].settle();
    expect(posted.map(({ step }) => step)).toEqual([50]);
  });

  it('wants nothing once the slider is back at now', async () => {
    const { replayer, refits, posted, logged, turn } = played();
    replayer.ask(50);
    replayer.ask(null);
    await turn();
    expect(refits[0].signal.aborted).toBe(true);
    expect([posted, logged]).toEqual([[], []]);
  });

  it('knows nothing of another log', async () => {
    const { replayer, refits, posted } = played();
    replayer.ask(50);
    await refits[0].settle();
    replayer.forget();
    replayer.ask(50);
    expect(refits).toHaveLength(2);
    expect(posted).toHaveLength(1);
  });

  it('says why there is no answer, and keeps the details for the log', async () => {
    const { replayer, refits, posted, logged } = played();
    replayer.ask(50);
    await refits[0].settle(true);
    expect(posted).toEqual([
      { type: 'replay', step: 50, replay: null, reason: 'something went wrong inside GRPO Dynamics' },
    ]);
    expect(logged).toHaveLength(1);
  });
});
