import { t } from '@vscode/l10n';
import { plainText } from '../src/report/plainText';
import { el } from './dom';
import { Section } from './section';
import type { PanelModel } from './store';
import { dropdown } from './toolkit';

interface Choice {
  readonly keys: readonly string[];
  readonly selected: number;
}

/** Which column is the reward, where several could be; nothing where the log leaves no choice. */
export class RewardPicker {
  readonly node = el('div', { class: 'reward' });
  private readonly section: Section<Choice>;

  constructor(select: (index: number) => void) {
    this.section = new Section(this.node, ({ keys, selected }) =>
      keys.length < 2
        ? []
        : [
            el('span', { class: 'muted', 'aria-hidden': 'true' }, t('Reward column')),
            dropdown(
              t('Reward column'),
              keys.map((key) => plainText(key)),
              selected,
              select,
            ),
          ],
    );
  }

  /** Shows the columns that the Report names. */
  show({ analysis }: PanelModel): void {
    const keys = analysis?.report.source.rewardColumns ?? [];
    const selected = Math.max(0, keys.indexOf(analysis?.report.metrics['reward'] ?? ''));
    this.section.show({ keys, selected });
  }
}
