import { t } from '@vscode/l10n';
import type { ConfigDifference } from '../../src/compare/comparison';
import { letterOf } from '../../src/compare/letterOf';
import { settingName } from '../../src/compare/settingName';
import { settingText } from '../../src/compare/settingText';
import { plainText } from '../../src/report/plainText';
import { el } from '../dom';
import { button, dropdown } from '../toolkit';
import { scrolled } from './scrolled';

/** Which settings the diff editor is asked for. */
export interface DiffChoice {
  readonly first: number;
  readonly second: number;
  readonly all: boolean;
}

/** What the part shows. */
export interface SettingsData {
  readonly config: readonly ConfigDifference[];
  /** How many runs there are. */
  readonly count: number;
}

/** The settings in which the runs differ, and the way to VS Code's own diff editor. */
export function settingsNodes(
  { config, count }: SettingsData,
  openDiff: (choice: DiffChoice) => void,
): Node[] {
  const table =
    config.length === 0
      ? el('p', { class: 'muted' }, t('No known setting differs.'))
      : settingsTable(config, count);
  return [table, diffBar(count, openDiff)];
}

function settingsTable(config: readonly ConfigDifference[], count: number): HTMLElement {
  const letters = Array.from({ length: count }, (_, i) => letterOf(i));
  const rows = config.map(({ name, values }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, plainText(settingName(name), 80)),
      ...values.map((value) =>
        value === null
          ? el('td', { class: 'muted' }, settingText(value))
          : el('td', { title: plainText(value.from) }, plainText(settingText(value), 80)),
      ),
    ),
  );
  const head = [t('setting'), ...letters].map((text) => el('th', { scope: 'col' }, text));
  const table = el(
    'table',
    { class: 'settings' },
    el('caption', { class: 'visually-hidden' }, t('Settings that differ')),
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...rows),
  );
  return scrolled(table, t('Settings that differ'));
}

/** Two runs to choose where there are more; whether all settings are wanted; the button. */
function diffBar(count: number, openDiff: (choice: DiffChoice) => void): HTMLElement {
  let choice: DiffChoice = { first: 0, second: 1, all: false };
  const letters = Array.from({ length: count }, (_, i) => letterOf(i));
  const all = el('input', { type: 'checkbox', id: 'all-settings' });
  all.addEventListener('change', () => (choice = { ...choice, all: all.checked }));
  const sides =
    count < 3
      ? []
      : [
          dropdown(t('Left side'), letters, 0, (first) => (choice = { ...choice, first })),
          dropdown(t('Right side'), letters, 1, (second) => (choice = { ...choice, second })),
        ];
  return el(
    'div',
    { class: 'diff-bar' },
    ...sides,
    button(t('Open in the diff editor'), () => openDiff(choice)),
    el('label', { for: 'all-settings' }, all, ` ${t('all settings, not only those that differ')}`),
  );
}
