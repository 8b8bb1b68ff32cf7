import type { NoisePart } from '../../../src/dynamics/noise/noiseParts';
import type { NoiseCount } from './coverNoiseCell';
import type { NoiseCell } from './noiseCells';

/** The columns of the table. */
export const NOISE_HEADINGS = [
  'n',
  'ρ',
  'process',
  'sampling',
  'told apart',
  'process held',
  'width',
  'sampling held',
  'width',
  'nothing carries over',
  'another way',
] as const;

/** One cell as a row of the table. */
export function noiseRow({ n, rho, process, sampling }: NoiseCell, count: NoiseCount): string[] {
  const { told } = count;
  const ofTold = (hits: number): string => (told.length === 0 ? '–' : `${hits} of ${told.length}`);
  return [
    ...[n, rho, process, sampling].map(String),
    `${told.length} of ${count.runs}`,
    ofTold(count.process),
    medianWidth(told.map((parts) => parts.process)),
    ofTold(count.sampling),
    medianWidth(told.map((parts) => parts.sampling)),
    String(count.white),
    String(count.otherwise),
  ];
}

function medianWidth(parts: readonly NoisePart[]): string {
  const sorted = parts.map(({ interval: [low, high] }) => high - low).sort((a, b) => a - b);
  return sorted.length === 0 ? '–' : sorted[Math.floor(sorted.length / 2)].toFixed(4);
}
