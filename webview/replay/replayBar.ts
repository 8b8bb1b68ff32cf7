import { t } from '@vscode/l10n';
import { formatStep } from '../../src/report/formatNumber';
import type { ReplayMessage } from '../../src/protocol';
import { nextFrame } from '../chart/nextFrame';
import { nearestIndex } from '../chart/cursor';
import { el, setText } from '../dom';
import { sentenceNodes } from '../sentence';
import { button } from '../toolkit';
import { replayWords } from './replayWords';

/** What the bar tells the page. */
export interface ReplayEvents {
  /** Wants the answer for a step; null wants none any more. */
  readonly ask: (step: number | null) => void;
  /** Draw this step, with its answer once that is there. */
  readonly draw: (step: number | null, answer: ReplayMessage['replay']) => void;
}

/** Places of the slider: every row of a short log, of a longer one as many as it has pixels for. */
const MOST_PLACES = 200;

/** "What would we have said at step X": a slider over the run's steps, and the answer in words. */
export class ReplayBar {
  readonly node: HTMLElement;
  private readonly events: ReplayEvents;
  private readonly range = el('input', { type: 'range', id: 'replay', min: '0', step: '1' });
  private readonly field = el('input', {
    type: 'number',
    step: 'any',
    'aria-label': t('Replay step, value'),
  });
  private readonly headline = el('output', { for: 'replay', class: 'replay-headline' });
  private readonly sentence = el('p', { class: 'replay-sentence' });
  private readonly off: HTMLElement;
  private readonly frame = nextFrame();
  /** Steps the slider stops at; the last is now. */
  private stops: readonly number[] = [];
  private step: number | null;
  private run: string | null = null;

  /** `step` was replayed before the page was loaded again. */
  constructor(events: ReplayEvents, step: number | null) {
    this.step = step;
    this.events = events;
    this.off = button(t('now'), () => this.put(null), {
      appearance: 'icon',
      name: t('Back to now: no replay'),
    });
    this.range.addEventListener('input', () => this.toPlace(Number(this.range.value)));
    this.field.addEventListener('change', () => this.toStep(Number(this.field.value)));
    this.node = el(
      'section',
      { class: 'replay', 'aria-label': t('Replay'), hidden: true },
      el(
        'div',
        { class: 'replay-row' },
        el('label', { for: 'replay' }, t('replay')),
        this.range,
        el('span', { class: 'field' }, this.field),
        this.off,
      ),
      this.headline,
      this.sentence,
    );
  }

  /** Shows a run; a step that is replayed stays, and is asked again, as what came since may be more. */
  show(run: string, steps: readonly number[]): void {
    const isSame = this.run === null || run === this.run;
    this.run = run;
    this.stops = stopsOf(steps);
    this.node.hidden = this.stops.length < 2;
    this.range.max = String(Math.max(0, this.stops.length - 1));
    const step =
      isSame && this.step !== null && this.step < this.stops[this.stops.length - 1] ? this.step : null;
    this.put(step);
  }

  /** The host's answer; one for another step than is shown comes too late. */
  answer({ step, replay, reason }: ReplayMessage): void {
    if (step !== this.step) return;
    this.node.removeAttribute('aria-busy');
    if (replay === null) {
      this.say(t('At step {0}: {1}', formatStep(step), reason ?? t('not known')), '');
      return;
    }
    const { headline, sentence } = replayWords(replay);
    this.say(headline, sentence);
    this.events.draw(step, replay);
  }

  private toPlace(place: number): void {
    this.put(place >= this.stops.length - 1 ? null : this.stops[place]);
  }

  private toStep(step: number): void {
    if (Number.isFinite(step) && step >= this.stops[0])
      this.put(step >= this.stops[this.stops.length - 1] ? null : step);
    else this.put(this.step);
  }

  private put(step: number | null): void {
    const isQuiet = step === null && this.step === null;
    this.step = step;
    const last = this.stops.length - 1;
    const at = step ?? this.stops[last];
    this.range.value = String(step === null ? last : (nearestIndex(this.stops, step) ?? last));
    this.range.setAttribute('aria-valuetext', step === null ? t('now') : t('step {0}', formatStep(at)));
    this.field.value = String(at);
    this.off.toggleAttribute('disabled', step === null);
    if (step === null) this.node.removeAttribute('aria-busy');
    else this.node.setAttribute('aria-busy', 'true');
    this.say(step === null ? hint() : t('At step {0}: fitting the rows up to there …', formatStep(at)), '');
    if (isQuiet) return;
    this.frame(() => {
      this.events.draw(step, null);
      this.events.ask(step);
    });
  }

  private say(headline: string, sentence: string): void {
    setText(this.headline, headline);
    this.sentence.replaceChildren(
      ...(sentence === '' ? [] : [`${t('It said:')} `, ...sentenceNodes(sentence)]),
    );
  }
}

function hint(): string {
  return t('Drag back, or press ←, to see what would have been said with the rows up to a step.');
}

function stopsOf(steps: readonly number[]): readonly number[] {
  const count = Math.min(steps.length, MOST_PLACES);
  const last = steps.length - 1;
  return Array.from({ length: count }, (_, i) => steps[Math.round((i * last) / Math.max(1, count - 1))]);
}
