import type { CellResult } from './coverCell';

/** The columns that are shares of runs, in percent, in the order of the table. */
const SHARES = [
  ['plateau', 'R*'],
  ['oscillatorPlateau', 'R* free'],
  ['naive', 'R* naive'],
  ['R0', 'R₀'],
  ['omega0', 'ω₀'],
  ['zetaCovered', 'ζ'],
  ['stiffness', 'k/γ'],
  ['timescale', 'time'],
  ['riseTime95', 't95'],
  ['bandStart', 'first'],
  ['bandMiddle', 'middle'],
  ['bandEnd', 'last'],
  ['rows', 'row'],
  ['tooEarly', 'early'],
  ['noInterval', 'null'],
  ['openEnd', 'open'],
] as const;

/** Headings of `coverageRow`. */
export const COVERAGE_HEADINGS = ['noise', 'n', 'ζ =', 'T', ...SHARES.map(([, heading]) => heading), 'width'];

/** One cell as a row of the table of `npm run bench:coverage`. */
export function coverageRow(result: CellResult): string[] {
  return [
    result.noise,
    `${result.n}`,
    `${result.zeta}`,
    `${result.timescales}`,
    ...SHARES.map(([key]) => (100 * result[key]).toFixed(1)),
    result.width === null ? '–' : result.width.toPrecision(2),
  ];
}

/** Coverage of R* that 95 % intervals may show in a cell. */
const ALLOWED: readonly [number, number] = [0.92, 0.98];

/** Sentences on which cells lie outside, and how the naive interval does. */
export function coverageVerdict(results: readonly CellResult[]): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const covered = results.map(({ plateau }) => plateau);
  const name = ({ noise, n, zeta, timescales, ...shares }: CellResult): string =>
    `${noise}, n ${n}, ζ ${zeta}, T ${timescales} (${percent(shares.plateau)} %, the free oscillator alone ` +
    `${percent(shares.oscillatorPlateau)} %; ${percent(shares.openEnd)} % open)`;
  const low = results.filter(({ plateau }) => plateau < ALLOWED[0]).map(name);
  const high = results.filter(({ plateau }) => plateau > ALLOWED[1]).map(name);
  const naive = results.map((result) => result.naive);
  return [
    `The interval of R* holds the truth in ${percent(Math.min(...covered))} to ${percent(Math.max(...covered))} % of runs; the textbook interval of the same logs in ${percent(Math.min(...naive))} to ${percent(Math.max(...naive))} %.`,
    `Below 92 %: ${low.length === 0 ? 'none' : low.join('; ')}.`,
    `Above 98 %: ${high.length === 0 ? 'none' : high.join('; ')}.`,
  ].join(' ');
}
