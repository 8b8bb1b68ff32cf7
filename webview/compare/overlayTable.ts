import { t } from '@vscode/l10n';
import type { ComparedRunView } from '../../src/compareProtocol';
import { formatStep } from '../../src/report/formatNumber';
import { el } from '../dom';
import { formatLogged } from '../numbers';
import { readingsAt } from './overlayCursor';
import { overlayPicture } from './overlayPicture';
import { scrolled } from './scrolled';

const MOST_ROWS = 30;

/** The curves as a table for whoever reads rather than looks: evenly chosen steps, each run's reward and fit there. */
export function overlayTable(runs: readonly ComparedRunView[], names: readonly string[]): Node[] {
  const picture = overlayPicture(runs, names, 'step', t('step'));
  const { places, curves } = picture;
  const count = Math.min(MOST_ROWS, places.length);
  const chosen = Array.from({ length: count }, (_, i) =>
    count < 2 ? places[0] : places[Math.round((i * (places.length - 1)) / (count - 1))],
  );
  const body = chosen.map((step) => {
    const readings = new Map(readingsAt(picture, step).map((reading) => [reading.letter, reading]));
    const cells = curves.flatMap(({ letter }) => {
      const { reward = null, fit = null } = readings.get(letter) ?? {};
      return [reward, fit].map((value) => el('td', {}, value === null ? '' : formatLogged(value)));
    });
    return el('tr', {}, el('th', { scope: 'row' }, formatStep(step)), ...cells);
  });
  const head = [
    t('step'),
    ...curves.flatMap(({ letter }) => [t('{0} reward', letter), t('{0} fit', letter)]),
  ];
  const table = el(
    'table',
    { class: 'data' },
    el('caption', {}, t('{0} steps, evenly chosen; each run at its nearest row.', count)),
    el('thead', {}, el('tr', {}, ...head.map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...body),
  );
  return [scrolled(table, t('Data table'))];
}
