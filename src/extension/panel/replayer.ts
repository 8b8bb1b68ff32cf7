import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analysis';
import type { ReplayMessage } from '../../protocol';
import { replayOf } from '../../report/replayOf';
import { calmFailureOf } from '../calmFailure';
import { LruMap } from '../lruMap';

/** Replays that are kept: a person goes back and forth. */
const KEPT = 64;

/** What a replayer stands on. */
export interface ReplayerHost {
  /** The shown run with all its rows; null where it is not known. */
  readonly shown: () => Analysis | null;
  /** The shown run up to a step, fitted again; rejects when the signal fires. */
  readonly refit: (until: number, signal: AbortSignal) => Promise<Analysis | null>;
  readonly post: (message: ReplayMessage) => void;
  readonly log: (error: unknown) => void;
}

/**
 * Answers "what would we have said at step X": one refit at a time, the step asked last. A step that is no longer wanted is
 * cancelled, steps between are never begun, and what is known is answered at once.
 */
export class Replayer {
  readonly #host: ReplayerHost;
  #known: LruMap<ReplayMessage> = new LruMap(KEPT);
  #wanted: number | null = null;
  #running: { readonly step: number; readonly controller: AbortController } | null = null;

  constructor(host: ReplayerHost) {
    this.#host = host;
  }

  /** Wants the answer for a step, or none any more. */
  ask(step: number | null): void {
    this.#wanted = step;
    if (this.#running !== null && this.#running.step !== step) this.#running.controller.abort();
    this.#next();
  }

  /** The log or the shown run is another: nothing that is known or under way holds. */
  forget(): void {
    this.#known = new LruMap(KEPT);
    this.ask(null);
  }

  #next(): void {
    const step = this.#wanted;
    if (step === null) return;
    const known = this.#known.get(String(step));
    if (known !== undefined) this.#answer(known);
    else if (this.#running === null) void this.#run(step);
  }

  #answer(message: ReplayMessage): void {
    this.#wanted = null;
    this.#host.post(message);
  }

  async #run(step: number): Promise<void> {
    const controller = new AbortController();
    const known = this.#known;
    this.#running = { step, controller };
    const message = await this.#messageFor(step, controller.signal);
    this.#running = null;
    if (!controller.signal.aborted) known.set(String(step), message);
    if (this.#wanted === step && !controller.signal.aborted) this.#answer(message);
    else this.#next();
  }

  async #messageFor(step: number, signal: AbortSignal): Promise<ReplayMessage> {
    try {
      const shown = this.#host.shown();
      const then = await this.#host.refit(step, signal);
      if (shown === null || then === null)
        return { type: 'replay', step, replay: null, reason: t('The log is not read yet.') };
      return { type: 'replay', step, replay: replayOf(then, shown.reward, step), reason: null };
    } catch (error) {
      if (!signal.aborted) this.#host.log(error);
      return { type: 'replay', step, replay: null, reason: calmFailureOf(error).reason };
    }
  }
}
