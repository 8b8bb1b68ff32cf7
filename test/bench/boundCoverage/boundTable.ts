import type { BoundCell } from './boundCells';
import type { BoundOutcome } from './coverBoundCell';

/** The columns of the table. */
export const BOUND_HEADINGS = [
  'optimizer',
  'β',
  'K',
  'unit',
  'rate',
  'k true',
  'n',
  'ρ',
  'k',
  'claimed',
  'k claimed',
  'width',
  'bias',
  'R*',
  'R* Report',
] as const;

/** One cell as a row of the table. */
export function boundRow(cell: BoundCell, outcomes: readonly BoundOutcome[]): string[] {
  const claimed = outcomes.filter((one) => one.claimed);
  const widths = outcomes.flatMap(({ width }) => (width === null ? [] : [width]));
  return [
    cell.optimizer === 'sgd' ? 'SGD' : 'Adam',
    String(cell.beta),
    String(cell.refreshInterval),
    cell.stepUnit,
    cell.schedule === undefined ? 'constant' : 'falling',
    String(cell.stiffness),
    String(cell.rows),
    String(cell.rho),
    share(outcomes.map(({ coversK }) => coversK)),
    share(outcomes.map((one) => one.claimed)),
    share(claimed.map(({ coversK }) => coversK)),
    median(widths),
    median(outcomes.map(({ ratio }) => ratio)),
    share(outcomes.map(({ coversPlateau }) => coversPlateau)),
    share(outcomes.map(({ reportCoversPlateau }) => reportCoversPlateau)),
  ];
}

function share(facts: readonly boolean[]): string {
  if (facts.length === 0) return '–';
  return ((100 * facts.filter(Boolean).length) / facts.length).toFixed(0);
}

function median(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(2);
}
