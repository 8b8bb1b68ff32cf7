import type { Analysis } from '../analysis/analysis';
import { renderCsv } from '../report/exports/renderCsv';
import { renderHtml } from '../report/exports/renderHtml';
import { renderMarkdown } from '../report/exports/renderMarkdown';
import { renderSvg } from '../report/exports/renderSvg';
import { renderText } from '../report/renderText';
import type { Report } from '../report/report';
import { firstSentence } from '../report/sentences';

export { speak } from './speak';
export { COMPARISON_COPIED, COMPARISON_SAVED } from './comparisonTexts';

/**
 * What a person takes away, by the name of its kind. This file is the entry of `dist/texts.js`: it is read when
 * something is copied or saved, and is no part of what every start of VS Code reads.
 */
export const COPIED = {
  sentence: firstSentence,
  summary: (report: Report) => renderText(report, { colour: false, details: true }),
  markdown: renderMarkdown,
  report: (report: Report) => JSON.stringify(report, null, 2),
} as const;

/** What each kind of file holds, of one run; a PNG is drawn by the page. */
export const SAVED = {
  json: ({ report }: Analysis) => `${JSON.stringify(report, null, 2)}\n`,
  md: ({ report }: Analysis) => renderMarkdown(report),
  html: (analysis: Analysis) => renderHtml([analysis]),
  svg: renderSvg,
  csv: (analysis: Analysis) => renderCsv([analysis]),
} as const;
