import { t } from '@vscode/l10n';
import { el, setText } from '../dom';
import type { Readout } from './readout';

/** The line under the curve that says what is under the cursor. */
export class ReadoutLine {
  readonly node = el('p', { class: 'readout', 'aria-hidden': 'true' });

  /** Shows a readout; without one, `hint`. `place` is where it is on an axis that does not count steps. */
  show(readout: Readout | null, place: string | null, hint: string): void {
    if (readout === null) {
      setText(this.node, hint);
      return;
    }
    const pair = (name: string, value: string | null): Node[] =>
      value === null ? [] : [el('span', { class: 'pair' }, `${name} `, el('b', {}, value))];
    const aside = (text: string | null): Node[] =>
      text === null ? [] : [el('span', { class: 'pair muted' }, text)];
    this.node.replaceChildren(
      ...pair(t('step'), readout.step),
      ...aside(place),
      ...pair(t('reward'), readout.reward),
      ...pair(t('fit'), readout.fit),
      ...aside(readout.offset),
      ...aside(readout.line),
    );
  }
}
