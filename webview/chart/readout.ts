import { t } from '@vscode/l10n';
import type { PanelPoints } from '../../src/protocol';
import { formatCount, formatNumber, formatStep } from '../../src/report/formatNumber';
import { commaList } from '../../src/run/listInWords';
import type { DrawnCurve } from './drawnPicture';

/** What the cursor says about one point, piece by piece, so that the page can align the pieces. */
export interface Readout {
  readonly step: string;
  readonly reward: string;
  /** Height of the fitted curve there; null where no curve speaks of this step. */
  readonly fit: string | null;
  /** "0.02 above the fit"; null without a fit. */
  readonly offset: string | null;
  /** "line 621"; null for binaries. */
  readonly line: string | null;
}

function offsetWords(reward: number, fit: number): string {
  const difference = reward - fit;
  if (difference === 0) return t('on the fit');
  const size = formatNumber(Math.abs(difference));
  return difference > 0 ? t('{0} above the fit', size) : t('{0} below the fit', size);
}

/** The readout of point `index`; null when there is no such point. */
export function readoutOf(points: PanelPoints, index: number, fit: DrawnCurve | null): Readout | null {
  const step = points.steps.at(index);
  const reward = points.rewards.at(index);
  if (step === undefined || reward === undefined) return null;
  const height = fit?.at(step) ?? null;
  const line = points.lines?.at(index);
  return {
    step: formatStep(step),
    reward: formatNumber(reward, 4),
    fit: height === null ? null : formatNumber(height, 4),
    offset: height === null ? null : offsetWords(reward, height),
    line: line === undefined ? null : t('line {0}', formatCount(line)),
  };
}

/** The readout as one spoken sentence. */
export function spoken({ step, reward, offset, line }: Readout): string {
  const parts = [t('step {0}, reward {1}', step, reward), offset, line];
  return commaList(parts.filter((part) => part !== null));
}
