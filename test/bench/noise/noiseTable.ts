import type { NoiseCount, Told } from './coverNoiseCell';
import type { NoiseCell } from './noiseCells';

/** The columns of the table. */
export const NOISE_HEADINGS = [
  'n',
  'ρ',
  'process',
  'sampling',
  'around',
  'told apart',
  'process held',
  'width',
  'sampling held',
  'width',
  'temperature held',
  'nothing carries over',
  'another way',
  'no curve',
] as const;

/** One cell as a row of the table. */
export function noiseRow({ n, rho, process, sampling, tau }: NoiseCell, count: NoiseCount): string[] {
  const { told } = count;
  const ofAll = (hits: number, all = told.length): string => (all === 0 ? '–' : `${hits} of ${all}`);
  return [
    ...[n, rho, process, sampling].map(String),
    tau === null ? 'level' : `curve, τ ${tau}`,
    `${told.length} of ${count.runs}`,
    ofAll(count.process),
    medianWidth(told.map((parts) => parts.process)),
    ofAll(count.sampling),
    medianWidth(told.map((parts) => parts.sampling)),
    ofAll(count.temperature, count.temperatures),
    String(count.white),
    String(count.otherwise),
    String(count.noCurve),
  ];
}

function medianWidth(intervals: readonly Told['process'][]): string {
  const sorted = intervals
    .map(([low, high]) => (low === null || high === null ? Infinity : high - low))
    .sort((a, b) => a - b);
  return sorted.length === 0 ? '–' : sorted[Math.floor(sorted.length / 2)].toFixed(4);
}
