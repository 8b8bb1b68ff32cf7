import { formatQuantity } from '../report/formatQuantity';
import { formatCount } from '../report/formatNumber';
import { plainText } from '../report/plainText';
import type { Report } from '../report/report';

const HEADINGS = ['rows', 'state', 'plateau', 'progress', 'failure modes', 'log'] as const;
/** Characters of each column; the last is as long as it is. A table of thousands is printed row by row. */
const WIDTHS = [9, 24, 26, 26, 40];

/** The first line of the table. */
export function scanHeading(): string {
  return line(HEADINGS);
}

/** The line of one run. */
export function scanRow({ source, interpretation, findings }: Report): string {
  const name = source.run === null ? source.path : `${source.path} › ${source.run}`;
  return line([
    formatCount(source.steps.count),
    interpretation.state,
    formatQuantity(interpretation.plateau, { terse: true }),
    formatQuantity(interpretation.progress, { terse: true }),
    modesOf(findings),
    plainText(name, 1000),
  ]);
}

function modesOf(findings: Report['findings']): string {
  const seen = findings.filter(({ verdict }) => verdict === 'present').map(({ mode }) => mode);
  if (seen.length > 0) return seen.join(', ');
  const judged = findings.filter(({ verdict }) => verdict === 'absent').length;
  return judged === 0 ? 'none could be judged' : `none seen, ${judged} of ${findings.length} judged`;
}

function line(cells: readonly string[]): string {
  return cells.map((text, column) => text.padEnd(WIDTHS.at(column) ?? 0)).join('  ');
}
