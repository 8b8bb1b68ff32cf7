import { t } from '@vscode/l10n';

/** What a key does on the chart, beside moving the cursor. */
export type KeyAction = 'zoomIn' | 'zoomOut' | 'showAll' | 'finding' | 'reveal' | 'earlier' | 'later';

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'showAll',
  f: 'finding',
  F: 'finding',
  Enter: 'reveal',
  PageUp: 'earlier',
  PageDown: 'later',
};

/** The action of a key; null for one that is not the chart's. */
export function keyAction(key: string): KeyAction | null {
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : null;
}

/** How the chart is used, for whoever does not see it. */
export function howToUse(): string {
  return t(
    'Left and right arrow keys step through the points, with Shift ten at a time; Home and End jump; plus, minus and zero zoom; Page Up and Page Down move what is in view; F goes to the next finding; Enter opens the line of the log.',
  );
}
