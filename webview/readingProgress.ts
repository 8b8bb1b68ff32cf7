import { t } from '@vscode/l10n';
import { el, setText } from './dom';
import { formatBytes } from './numbers';
import type { Activity } from './store';

/**
 * How far a reading has come: one bar and one number that are changed in place. Ten messages come each second, so
 * that a screen reader, which would read each of them, is told not to follow.
 */
export class ReadingProgress {
  private readonly bar = el('progress', { 'aria-label': t('Reading') });
  private readonly done = el('span', { class: 'numbers' });
  readonly node = el('div', { class: 'progress', 'aria-live': 'off' }, this.bar, this.done);

  /** Shows bytes; of an unknown total the bar shows movement only. */
  show({ bytes, totalBytes }: Extract<Activity, { kind: 'reading' }>): void {
    const read = formatBytes(bytes);
    setText(this.done, totalBytes === null ? read : t('{0} of {1} read', read, formatBytes(totalBytes)));
    if (totalBytes === null || totalBytes === 0) this.bar.removeAttribute('value');
    else {
      this.bar.max = totalBytes;
      this.bar.value = bytes;
    }
  }
}
