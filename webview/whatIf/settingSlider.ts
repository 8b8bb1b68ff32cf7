import { t } from '@vscode/l10n';
import { commaList } from '../../src/run/listInWords';
import type { WhatIf } from '../../src/report/whatIfOf';
import { el, setText } from '../dom';
import {
  fieldText,
  lawText,
  KINDS,
  nearestStop,
  rateText,
  readValue,
  spokenValue,
  stopsWith,
  type SettingName,
} from './settings';

/** One setting: a slider over its stops, a field for any value between, and why it cannot be moved where it cannot. */
export class SettingSlider {
  readonly node: HTMLElement;
  private readonly name: SettingName;
  private readonly range: HTMLInputElement;
  private readonly field: HTMLInputElement;
  private readonly meaning: HTMLElement;
  private stops: readonly number[] = [];
  private text = '';

  constructor(name: SettingName, onMove: (value: number) => void) {
    this.name = name;
    const kind = KINDS[name];
    const id = `what-if-${name}`;
    this.range = el('input', { type: 'range', id, min: '0', step: '1', 'aria-describedby': `${id}-why` });
    this.field = el('input', {
      type: 'number',
      step: kind.isWhole ? '1' : 'any',
      'aria-label': t('{0}, value', kind.label()),
    });
    this.field.min = String(kind.least);
    this.field.max = String(kind.most);
    this.meaning = el('p', { class: 'muted why', id: `${id}-why` });
    this.range.addEventListener('input', () => onMove(this.stops[Number(this.range.value)]));
    this.field.addEventListener('input', () => {
      const value = readValue(kind, this.field.value);
      this.field.setAttribute('aria-invalid', String(value === null));
      if (value !== null) onMove(value);
    });
    this.field.addEventListener('blur', () => this.settle());
    const prefix =
      kind.prefix === '' ? [] : [el('span', { class: 'muted', 'aria-hidden': 'true' }, kind.prefix)];
    this.node = el(
      'div',
      { class: 'setting' },
      el('label', { for: id }, kind.label()),
      this.range,
      el('span', { class: 'field' }, ...prefix, this.field),
      this.meaning,
    );
  }

  /** Shows a value; `own` is the run's. A reason disables the slider, and is said unless it was said before. */
  show(base: WhatIf, own: number | null, value: number | null, said: string): void {
    const { name, range, field } = this;
    const kind = KINDS[name];
    const reason = base.missing[name];
    this.stops = stopsWith(kind, own);
    range.max = String(this.stops.length - 1);
    range.disabled = field.disabled = reason !== null || value === null;
    const at = value ?? kind.stops[0];
    range.value = String(nearestStop(this.stops, at));
    const spoken = value === null ? t('not known') : spokenValue(name, value, base);
    range.setAttribute('aria-valuetext', spoken);
    this.text = value === null ? '' : fieldText(kind, value);
    // What a person is typing is theirs.
    if (field !== document.activeElement) this.settle();
    setText(this.meaning, reason === null ? meaningOf(name, base, value, own) : said);
  }

  /** The field shows what is in force. */
  private settle(): void {
    this.field.value = this.text;
    this.field.removeAttribute('aria-invalid');
  }
}

function meaningOf(name: SettingName, base: WhatIf, value: number | null, own: number | null): string {
  const kind = KINDS[name];
  const unit = name === 'learningRate' && value !== null ? rateText(base, value) : kind.unit();
  const other = own === null ? '' : t('the run’s own: {0}', `${kind.prefix}${fieldText(kind, own)}`);
  const parts = value === own ? [unit, t('the run’s own')] : [unit, other, lawText(name, base)];
  return commaList(parts.filter((part) => part !== ''));
}
