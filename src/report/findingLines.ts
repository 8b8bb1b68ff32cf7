import { t } from '@vscode/l10n';
import type { Evidence, Finding } from '../diagnosis/finding';
import { commaList } from '../run/listInWords';
import { confidenceWord, MODE_LABELS, signOf } from './findingsInWords';
import { formatCount, formatStep } from './formatNumber';
import type { Paint } from './paint';
import { plainText } from './plainText';
import { wrapText } from './wrapText';

const INDENT = '  ';
const LONGEST = 600;

/**
 * One finding for a terminal: the verdict, then, where something was seen, its evidence, what the model expects next and
 * what to try. Text from the log is stripped of control characters.
 */
export function findingLines(finding: Finding, paint: Paint, width: number): string[] {
  const { verdict, summary, evidence, advice, outlook, mode, isMuted } = finding;
  const isPresent = verdict === 'present';
  const name = isMuted === true ? t('{0} (muted)', MODE_LABELS[mode]) : MODE_LABELS[mode];
  const subject = isPresent ? commaList([name, ...place(finding)]) : name;
  const head = `${signOf(finding)} ${t('{0}: {1}', subject, plainText(summary, LONGEST))}`;
  const how =
    verdict === 'not-assessable' ? advice.map((text) => ` ${plainText(text, LONGEST)}`).join('') : '';
  const lines = wrapText(head + how, width - 2, INDENT).map((line) => INDENT + painted(finding, paint)(line));
  if (!isPresent) return lines;
  const details = [
    ...evidence.map((item) => `· ${evidenceText(item)}`),
    ...(outlook === null ? [] : [t('Next: {0}', outlook)]),
    ...advice.map((text) => `→ ${plainText(text, LONGEST)}`),
  ];
  return [
    ...lines,
    ...details.flatMap((text) =>
      wrapText(text, width - 6, INDENT).map((line) => INDENT + INDENT + INDENT + line),
    ),
  ];
}

function place({ step, line, confidence }: Finding): string[] {
  const sure = confidenceWord(confidence);
  return [
    ...(step === null ? [] : [t('from step {0}', formatStep(step))]),
    ...(line === null ? [] : [t('line {0}', formatCount(line))]),
    ...(sure === null ? [] : [sure]),
  ];
}

/** One piece of evidence: the log's own key, what was seen, where, and what was expected. */
export function evidenceText({ metric, step, value, expected }: Evidence): string {
  const seen = value === null ? t('no value') : seenText(value);
  const name = plainText(metric);
  const where = step === null ? `${name} ${seen}` : t('{0} {1} at step {2}', name, seen, formatStep(step));
  return expected === null ? where : t('{0}; expected {1}', where, plainText(expected, LONGEST));
}

function seenText(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−');
}

function painted({ verdict, severity, consequenceOf }: Finding, paint: Paint): (text: string) => string {
  if (consequenceOf !== null) return paint.dim;
  if (verdict === 'absent') return paint.good;
  if (verdict === 'not-assessable') return paint.dim;
  return severity === 'error' ? paint.bad : paint.warn;
}
