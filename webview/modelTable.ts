import { t } from '@vscode/l10n';
import { DECISIVE } from '../src/dynamics/modelChoice';
import { inARow } from '../src/run/listInWords';
import { el } from './dom';
import type { ModelRow } from './modelRows';

const heads = (): readonly (readonly [head: string, meaning: string])[] => [
  [t('curve'), ''],
  ['R²', t('Share of the ups and downs that the curve explains, over all rows')],
  ['ΔBIC', t('Distance to the best curve under the BIC for autocorrelated noise')],
  [t('plateau'), t('Where this curve would settle')],
];

function mark(word: string): HTMLElement {
  return el('span', { class: 'mark' }, word);
}

function bodyRows({ curve, best, shown, r2, delta, plateau, remark }: ModelRow): HTMLElement[] {
  const marks = [...(best ? [mark(t('best'))] : []), ...(shown ? [mark(t('shown'))] : [])];
  return [
    el(
      'tr',
      { class: 'model' },
      el('th', { scope: 'row' }, el('span', {}, curve), ...marks),
      el('td', {}, r2),
      el('td', {}, delta),
      el('td', {}, plateau),
    ),
    el('tr', { class: 'remark' }, el('td', { colspan: '4' }, remark)),
  ];
}

/** The comparison of all curves as a table. */
export function modelTable(rows: readonly ModelRow[]): Node[] {
  const head = heads().map(([text, title]) =>
    el('th', { scope: 'col', ...(title === '' ? {} : { title }) }, text),
  );
  return [
    el(
      'table',
      { class: 'models' },
      el('thead', {}, el('tr', {}, ...head)),
      el('tbody', {}, ...rows.flatMap(bodyRows)),
    ),
    el('p', { class: 'muted' }, captionOf(rows)),
  ];
}

function captionOf(rows: readonly ModelRow[]): string {
  const [delta, shown] = [
    t('Lower ΔBIC is better; below {0} the log cannot tell two curves apart.', DECISIVE),
    rows.some((row) => row.shown)
      ? t('The constants above come from the curve marked “shown”, the best of those with a mechanism.')
      : t('No curve is marked “shown”: none earned its constants on this log.'),
  ];
  return inARow(delta, shown);
}
