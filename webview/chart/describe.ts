import { formatCount } from '../../src/report/formatNumber';
import type { PanelPoints } from '../../src/protocol';
import type { Picture } from './drawnPicture';

/** The curve in one sentence, for whoever does not see it. */
export function describe(points: PanelPoints, picture: Picture): string {
  const count = `Reward by step, ${formatCount(points.steps.length)} points`;
  const fit = picture.fit === null ? '' : `, with the ${picture.fit.label} fit`;
  const plateau = picture.plateau === null ? '' : `, plateau ${picture.plateau.label}`;
  const bands = picture.bands === null ? '' : ', with 95 % bands of its mean and of single rows';
  const forecast = picture.markers.find(({ kind }) => kind === 'horizon');
  const findings = picture.findings.map(({ label }) => `, ${label}`).join('');
  return `${count}${fit}${bands}${plateau}${forecast === undefined ? '' : `, ${forecast.label}`}${findings}`;
}

/** How many of the points are drawn, where it is not all of them. */
export function amountText(
  drawn: { readonly count: number; readonly of: number },
  points: PanelPoints,
): string {
  const sent = points.steps.length;
  const total = points.total ?? sent;
  const thinned = total > sent ? `, thinned from ${formatCount(total)}` : '';
  if (drawn.count >= drawn.of && thinned === '') return '';
  return `drawing ${formatCount(drawn.count)} of ${formatCount(drawn.of)} points${thinned}; all points were fitted`;
}
