import { t } from '@vscode/l10n';
import { findingsSentence } from '../src/report/findingsInWords';
import { firstSentence } from '../src/report/sentences';
import { plainText } from '../src/report/plainText';
import { formatCount } from '../src/report/formatNumber';
import { el } from './dom';
import { sentenceNodes } from './sentence';
import type { PanelModel } from './store';

/** The two sentences at the top: do I let it run, and does anything go wrong? */
export interface VerdictData {
  readonly first: string;
  readonly second: string;
}

/** What the model lets the page say; null before there is a picture. */
export function verdictOf({ analysis, points }: PanelModel): VerdictData | null {
  if (analysis !== null) {
    const { report } = analysis;
    return { first: firstSentence(report), second: findingsSentence(report.findings) };
  }
  if (points === null) return null;
  return {
    first: t('{0} steps read; the fit follows.', formatCount(points.total ?? points.steps.length)),
    second: '',
  };
}

/** The sentences as nodes, terms explained on hover. */
export function verdictNodes(data: VerdictData | null): Node[] {
  if (data === null) return [];
  return [
    el('p', { class: 'first-sentence' }, ...sentenceNodes(plainText(data.first, 600))),
    el('p', { class: 'second-sentence' }, ...sentenceNodes(plainText(data.second, 600))),
  ];
}
