import { t } from '@vscode/l10n';
import { ownChoice } from '../../src/dynamics/whatIf/whatIfRun';
import type { PanelPoints } from '../../src/protocol';
import type { WhatIf } from '../../src/report/whatIfOf';
import { nextFrame } from '../chart/nextFrame';
import { el, setText } from '../dom';
import { Section } from '../section';
import { button } from '../toolkit';
import { outcomeOf, ownOutcome, placesOf, type Outcome } from './outcome';
import { mapText, outcomeRows, outcomeSentence, type OutcomeRow } from './outcomeWords';
import { choiceOf, SETTINGS, valueIn, type Moved, type SettingName } from './settings';
import { SettingSlider } from './settingSlider';
import { StabilityMap } from './stabilityMap';
import { trajectoryDrawing } from './trajectory';

/** What is shown of a run, with what its own settings give. */
interface Shown {
  readonly base: WhatIf;
  readonly points: PanelPoints;
  readonly steps: readonly number[];
  readonly own: Outcome;
}

/** Sliders for the settings, and what the run would do with them: trajectory, jitter, margin, stability map. */
export class WhatIfSection {
  readonly node: HTMLElement;
  private readonly sliders: ReadonlyMap<SettingName, SettingSlider>;
  private readonly reset: HTMLElement;
  private readonly rows: Section<readonly OutcomeRow[]>;
  private readonly hint = el('p', { class: 'muted' }, howToGive());
  private readonly trajectory = el('figure', { class: 'wi-figure' });
  private readonly map = el('figure', { class: 'wi-figure' });
  private readonly mapWords = el('p', { id: 'wi-map-text' });
  private readonly trajectoryWords = el('p', { id: 'wi-trajectory-text', class: 'muted' });
  private readonly spoken = el('output', { class: 'visually-hidden' });
  private readonly stability = new StabilityMap();
  private readonly frame = nextFrame();
  private shown: Shown | null = null;
  private run: string | null = null;
  private moved: Moved;
  private readonly onMoved: (moved: Moved) => void;

  /** `moved` are the settings that stood otherwise before the page was loaded again. */
  constructor(moved: Moved, onMoved: (moved: Moved) => void) {
    this.moved = moved;
    this.onMoved = onMoved;
    this.sliders = new Map(
      SETTINGS.map((name) => [name, new SettingSlider(name, (value) => this.move(name, value))]),
    );
    this.reset = button(t('Reset'), () => this.back(), {
      name: t('Reset: back to the run’s own settings'),
    });
    const rows = el('dl', { class: 'wi-rows' });
    this.rows = new Section(rows, (data) => data.map(rowNode));
    const settings = el(
      'div',
      { class: 'wi-settings', role: 'group', 'aria-label': t('Settings to try') },
      ...[...this.sliders.values()].map(({ node }) => node),
      this.hint,
      el('div', {}, this.reset),
      rows,
      this.spoken,
    );
    settings.addEventListener('change', () => this.speak());
    this.node = el(
      'section',
      { class: 'what-if', 'aria-labelledby': 'what-if-title' },
      el('h2', { id: 'what-if-title' }, t('What if')),
      el('div', { class: 'wi-parts' }, settings, this.trajectory, this.map),
    );
  }

  /** Shows a run; what was moved stays as long as it is the same run. */
  show(run: string, base: WhatIf, points: PanelPoints): void {
    if (this.run !== null && run !== this.run) this.keep({});
    this.run = run;
    const steps = placesOf(base);
    this.shown = { base, points, steps, own: ownOutcome(base, steps) };
    this.hint.hidden = SETTINGS.every((name) => base.missing[name] === null);
    this.draw();
  }

  private keep(moved: Moved): void {
    this.moved = moved;
    this.onMoved(moved);
  }

  private move(name: SettingName, value: number): void {
    this.keep({ ...this.moved, [name]: value });
    this.frame(() => this.draw());
  }

  private back(): void {
    this.keep({});
    this.draw();
    this.speak();
  }

  private draw(): void {
    const { shown } = this;
    if (shown === null) return;
    const { base, own } = shown;
    const now = this.now(shown);
    const isMoved = now !== own;
    const said = new Set<string>();
    for (const [name, slider] of this.sliders) {
      const reason = base.missing[name] ?? '';
      slider.show(
        base,
        valueIn(ownChoice(base.run), name),
        valueIn(now.choice, name),
        said.has(reason) ? t('as above') : reason,
      );
      said.add(reason);
    }
    this.reset.toggleAttribute('disabled', !isMoved);
    this.rows.show(outcomeRows(base, own, now, isMoved));
    this.drawFigures(shown, now, isMoved);
  }

  /** The outcome of what is set; the run's own, the same object, where nothing differs. */
  private now({ base, steps, own }: Shown): Outcome {
    const choice = choiceOf(base, this.moved);
    const isOwn = SETTINGS.every((name) => valueIn(choice, name) === valueIn(own.choice, name));
    return isOwn ? own : outcomeOf(base, choice, steps);
  }

  private drawFigures({ base, points, own }: Shown, now: Outcome, isMoved: boolean): void {
    const mapWords = mapText(base, own, now);
    const map = this.stability.draw(base, own, now, mapWords);
    setText(this.mapWords, mapWords);
    this.map.hidden = map === null;
    if (map !== null) this.map.replaceChildren(map, el('figcaption', {}, this.mapWords));
    const words = trajectoryWords(now, isMoved);
    const trajectory = trajectoryDrawing(base, points, own, now, words);
    setText(this.trajectoryWords, words);
    this.trajectory.hidden = trajectory === null;
    if (trajectory !== null)
      this.trajectory.replaceChildren(trajectory, el('figcaption', {}, this.trajectoryWords));
  }

  /** Once a slider rests: a voice cannot follow every pixel. */
  private speak(): void {
    const { shown } = this;
    if (shown !== null) setText(this.spoken, outcomeSentence(shown.base, shown.own, this.now(shown)));
  }
}

function howToGive(): string {
  return t(
    'What is missing can be given in the settings of GRPO Dynamics, in grpo-dynamics.json beside the log, or to the command line.',
  );
}

function trajectoryWords({ track }: Outcome, isMoved: boolean): string {
  if (!isMoved)
    return t(
      'Solid: the run’s own settings, with the 95 % band. Dots: as logged. Move a slider to see another curve beside it.',
    );
  return track === null
    ? t(
        'Solid: the run’s own settings. With those that are set the run would be too long to be computed here.',
      )
    : t(
        'Solid: with these settings from the first step, with its 95 % band. Dashed: with the run’s own. Dots: as logged.',
      );
}

function rowNode({ name, value, known, own, meaning }: OutcomeRow): HTMLElement {
  return el(
    'div',
    { class: 'constant' },
    el('dt', {}, name),
    el('dd', { class: known ? 'value' : 'value unknown' }, value),
    el('dd', { class: 'meaning' }, own === '' ? meaning : t('the run’s own: {0}', own)),
  );
}
