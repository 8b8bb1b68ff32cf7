import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Figure } from '../report/exports/figure';
import { renderCsv } from '../report/exports/renderCsv';
import { renderHtml } from '../report/exports/renderHtml';
import { renderMarkdown } from '../report/exports/renderMarkdown';
import { renderSvg } from '../report/exports/renderSvg';
import { UsageError } from './usageError';

/** Where Reports are written, and how they are put into one file. */
export interface ReportTarget {
  readonly file: string;
  readonly render: (figures: readonly Figure[]) => string;
}

const RENDERERS: Readonly<Record<string, ReportTarget['render']>> = {
  '.md': (figures) => figures.map(({ report }) => renderMarkdown(report)).join('\n---\n\n'),
  '.html': renderHtml,
  '.csv': renderCsv,
  '.json': (figures) => {
    const reports = figures.map(({ report }) => report);
    return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
  },
  '.svg': ([first, ...others]) => {
    if (others.length > 0)
      throw new UsageError(
        `--report: an .svg shows one run, and these are ${others.length + 1}`,
        'name one log, one run with --run, or write .html',
      );
    return renderSvg(first);
  },
};

/** What `--report FILE` asks for, told by the file's ending; null without it. Throws a `UsageError` for another ending. */
export function reportTarget(file: string | undefined): ReportTarget | null {
  if (file === undefined) return null;
  const ending = path.extname(file).toLowerCase();
  if (!Object.hasOwn(RENDERERS, ending))
    throw new UsageError(
      `--report ${file}: no such kind of report`,
      `end the name in ${Object.keys(RENDERERS).join(', ')}`,
    );
  return { file, render: RENDERERS[ending] };
}

/** Writes the runs' Reports; a file that is there is replaced. Throws a `UsageError` where it cannot be written. */
export async function writeReport({ file, render }: ReportTarget, figures: readonly Figure[]): Promise<void> {
  const text = render(figures);
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new UsageError(
      `--report ${file}: it cannot be written${code}`,
      'name a file in a folder you may write to',
    );
  }
}
