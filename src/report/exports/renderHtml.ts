import { t } from '@vscode/l10n';
import { inARow } from '../../run/listInWords';
import { MODE_LABELS } from '../findingsInWords';
import { fitRows } from '../fitRows';
import { noteInWords } from '../noteInWords';
import { numberRows } from '../numberRows';
import type { Finding, Report } from '../report';
import { firstSentence } from '../sentences';
import type { Figure } from './figure';
import { escapeMarkup } from './markup';
import { renderSvg } from './renderSvg';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;color:#222;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
svg{max-width:100%;height:auto}h1{font-size:1.2rem;overflow-wrap:anywhere}table{border-collapse:collapse}
td,th{padding:.2rem .9rem .2rem 0;text-align:left;font-variant-numeric:tabular-nums;border-bottom:1px solid #ddd;font-weight:400}
.answer{font-size:1.15rem;font-weight:600}.present{color:#b00020}.small{color:#555;font-size:.9rem}`;

/**
 * Runs as one HTML page without scripts or outside resources: picture, numbers, curves, failure modes, notes. Its own
 * policy forbids everything but the style; text of the log is escaped.
 *
 * @param figures one per run
 * @returns the document
 */
export function renderHtml(figures: readonly Figure[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${t('en')}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>GRPO Dynamics</title><style>${STYLE}</style></head><body>
${figures.map(article).join('\n<hr>\n')}
</body></html>
`;
}

function article(figure: Figure): string {
  const { report } = figure;
  const { path, run } = report.source;
  const parts = [
    `<h1>${escapeMarkup(run === null ? path : `${path} · ${run}`, 1000)}</h1>`,
    `<p class="answer">${escapeMarkup(firstSentence(report))}</p>`,
    // The clip path's id must be unique in a page of several pictures; it is the same frame in all of them.
    renderSvg(figure, false),
    table(t('What it means'), numberRows(report), false),
    ...report.interpretation.sentences.slice(1).map((sentence) => `<p>${escapeMarkup(sentence)}</p>`),
    table(
      t('Curves'),
      fitRows(report).map((row) => row.map(({ text }) => text)),
      true,
    ),
    `<h2>${t('Failure modes')}</h2><ul>${report.findings.map(finding).join('')}</ul>`,
    notes(report),
  ];
  return `<article>${parts.join('\n')}</article>`;
}

function table(title: string, rows: readonly (readonly string[])[], hasHead: boolean): string {
  if (rows.length === 0) return '';
  const cell = (text: string, i: number, isHead: boolean): string =>
    isHead || i === 0 ? `<th>${escapeMarkup(text)}</th>` : `<td>${escapeMarkup(text)}</td>`;
  const body = rows.map(
    (row, k) => `<tr>${row.map((text, i) => cell(text, i, hasHead && k === 0)).join('')}</tr>`,
  );
  return `<h2>${title}</h2><table>${body.join('')}</table>`;
}

function finding({ mode, verdict, summary, outlook, advice, line }: Finding): string {
  const next = outlook === null ? [] : [t('Next: {0}', outlook)];
  const said = inARow(...[summary, ...next, ...advice].map((text) => escapeMarkup(text)));
  const judged = t('{0}, {1}', `<b>${MODE_LABELS[mode]}</b>`, VERDICTS[verdict]());
  const where = line === null ? judged : t('{0} (line {1})', judged, line);
  return `<li class="${verdict}">${t('{0}: {1}', where, said)}</li>`;
}

const VERDICTS: Readonly<Record<Finding['verdict'], () => string>> = {
  present: () => t('present'),
  absent: () => t('absent'),
  'not-assessable': () => t('not assessable'),
};

function notes({ notes: all }: Report): string {
  if (all.length === 0) return '';
  return `<h2>${t('Notes')}</h2><ul class="small">${all.map((note) => `<li>${escapeMarkup(noteInWords(note))}</li>`).join('')}</ul>`;
}
