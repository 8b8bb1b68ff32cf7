import { t } from '@vscode/l10n';
import { el, setText } from '../dom';
import { Section } from '../section';
import { button, dropdown } from '../toolkit';
import type { Axis } from './axis';
import type { HeightKind } from './heightScale';
import { smoothingText, type Smoothing } from './smoothing';

/** What the bar offers, and what of it is chosen. */
export interface ViewBarData {
  readonly axes: readonly Axis['kind'][];
  readonly axis: Axis['kind'];
  readonly heights: readonly HeightKind[];
  readonly height: HeightKind;
  readonly smoothing: Smoothing;
  /** Rows that are smoothed. */
  readonly rows: number;
}

/** What the drop-downs show: they are built again only when it changes. */
type Choices = Omit<ViewBarData, 'smoothing' | 'rows'> & { readonly kind: Smoothing['kind'] };

/** What a person does with the bar. */
export interface ViewBarEvents {
  readonly axis: (kind: Axis['kind']) => void;
  readonly height: (kind: HeightKind) => void;
  readonly smoothing: (smoothing: Smoothing) => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

const AXIS_WORDS = {
  step: () => t('step'),
  tokens: () => t('tokens'),
  time: () => t('time'),
  optimizer: () => t('optimizer time'),
} as const;
const HEIGHT_WORDS = {
  linear: () => t('linear'),
  log: () => t('log'),
  symlog: () => t('symlog'),
} as const;
const SMOOTHINGS = ['none', 'ema', 'window'] as const;
const SMOOTHING_WORDS = { none: () => t('none'), ema: () => 'EMA', window: () => t('window') } as const;

/** The choices over the curve: what the axes count, how it is smoothed for the eye, zoom. */
export class ViewBar {
  readonly node: HTMLElement;
  private readonly events: ViewBarEvents;
  private readonly choices: Section<Choices>;
  private readonly strength = el('input', { type: 'range', min: '0', max: '0.99', step: '0.01' });
  private readonly strengthText = el('span', { class: 'muted' });
  private readonly strengthPart: HTMLElement;
  private smoothing: Smoothing = { kind: 'none', strength: 0.9 };

  constructor(events: ViewBarEvents) {
    this.events = events;
    const choices = el('div', { class: 'choices' });
    this.choices = new Section(choices, (data) => this.dropdowns(data));
    this.strength.setAttribute('aria-label', t('Strength of the smoothing'));
    this.strength.addEventListener('input', () =>
      events.smoothing({ ...this.smoothing, strength: Number(this.strength.value) }),
    );
    this.strengthPart = el('div', { class: 'strength', hidden: true }, this.strength, this.strengthText);
    this.node = el('div', { class: 'view-bar' }, choices, this.strengthPart, this.zoomButtons());
  }

  show(data: ViewBarData): void {
    const { smoothing, rows, ...others } = data;
    this.smoothing = smoothing;
    this.choices.show({ ...others, kind: smoothing.kind });
    this.strengthPart.hidden = smoothing.kind === 'none';
    if (Number(this.strength.value) !== smoothing.strength) this.strength.value = String(smoothing.strength);
    setText(this.strengthText, smoothing.kind === 'none' ? '' : smoothingText(smoothing, rows));
  }

  private dropdowns({ axes, axis, heights, height, kind }: Choices): Node[] {
    const words = axes.map((one) => AXIS_WORDS[one]());
    const heightWords = heights.map((one) => HEIGHT_WORDS[one]());
    const smoothings = SMOOTHINGS.map((one) => SMOOTHING_WORDS[one]());
    return [
      ...choice('x', t('Horizontal axis'), words, axes.indexOf(axis), (i) => this.events.axis(axes[i])),
      ...choice('y', t('Height'), heightWords, heights.indexOf(height), (i) =>
        this.events.height(heights[i]),
      ),
      ...choice(t('smooth'), t('Smoothing, for display only'), smoothings, SMOOTHINGS.indexOf(kind), (i) =>
        this.events.smoothing({ ...this.smoothing, kind: SMOOTHINGS[i] }),
      ),
    ];
  }

  private zoomButtons(): HTMLElement {
    const { zoom, showAll } = this.events;
    return el(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': t('Zoom') },
      button('−', () => zoom(2), { appearance: 'icon', name: t('Zoom out (−)') }),
      button('+', () => zoom(0.5), { appearance: 'icon', name: t('Zoom in (+)') }),
      button(t('reset'), showAll, { appearance: 'icon', name: t('reset: show all steps (0)') }),
    );
  }
}

/** A drop-down with its word; nothing where there is no choice. */
function choice(
  word: string,
  name: string,
  options: readonly string[],
  selected: number,
  onChange: (index: number) => void,
): Node[] {
  if (options.length < 2) return [];
  const label = el('span', { class: 'muted', 'aria-hidden': 'true' }, word);
  return [el('div', { class: 'choice' }, label, dropdown(name, options, Math.max(0, selected), onChange))];
}
