import type { ComparedLogs } from '../analysis/compareLogs';
import { answerSentence } from '../compare/answerSentence';
import { comparisonMarkdown } from '../compare/comparisonMarkdown';
import { comparisonSvg } from '../compare/comparisonSvg';

type Make = (compared: ComparedLogs, names: readonly string[]) => string;

const json: Make = ({ comparison }) => `${JSON.stringify(comparison, null, 2)}\n`;
const sentence: Make = ({ comparison }) => answerSentence(comparison);
const svg: Make = ({ comparison, overlay }, names) => comparisonSvg(comparison, overlay, names);
const markdown: Make = ({ comparison }, names) => comparisonMarkdown(comparison, names);

/** What is put on the clipboard of a comparison; `names` are what its runs are called. */
export const COMPARISON_COPIED = {
  sentence,
  markdown,
  json,
} as const;

/** What each kind of file holds of a comparison. */
export const COMPARISON_SAVED = {
  md: markdown,
  json,
  svg,
} as const;
