import { blocksOf, smoothShapes, type Blocks } from './blocks';
import { FEWEST_ROWS, isWorth, pointsBetween, rangeOf, type Cut, type Points } from './cut';
import { dropToFloor, findCollapse, lastingDrop, type Collapse } from './collapse';
import { levelStep, type LevelStep } from './levelStep';
import { resumeCuts } from './resumeCuts';

/** Where a run falls apart. */
export interface Cuts {
  /** In the order of their rows. */
  readonly cuts: readonly Cut[];
  /** The fall that ends the run; its cut is the last one. */
  readonly collapse: Collapse | null;
  /** A fall that would be one, were the data not other data: its cut is a `stage`. */
  readonly otherData: Collapse | null;
  /** First rows after resumes at which neither level nor slope breaks. */
  readonly joined: readonly number[];
}

/**
 * BIC lead over every smooth course, and over quick smooth changes at the place, from which a step of the level is held to
 * be real. Simulated (4 lengths × 5 noises × 3 rises × 12 runs, ρ up to 0.98 with sampling noise on top): a lead of 12
 * alone is reached by 0.14 % of runs without a step, 10 by 0.28 %, 6 by 1.5 %.
 */
const LEAD = 12;
/** A run in more pieces than this is noise to a reader. */
const MOST_CUTS = 6;

/**
 * Where one curve cannot describe the run: a collapse, lasting steps of the level (the curriculum, the data or the reward
 * changed), and resumes at which level or slope break. A cut must be earned: it beats every smooth course, ringing among
 * them, under autocorrelated noise.
 *
 * @param points steps and rewards, as many of each
 * @param resumes first rows after a resume
 * @param isOtherData tells a fall that other data explain from a collapse
 * @returns the cuts
 */
export function findCuts(
  points: Points,
  resumes: readonly number[] = [],
  isOtherData: (fall: Collapse) => boolean = () => false,
): Cuts {
  const { length } = points.values;
  const blocks = blocksOf(points);
  const range = rangeOf(blocks.y);
  const fall = findCollapse(points, length < 20 ? [] : smoothShapes(blocks));
  const end = fall?.fallsFrom ?? length;
  const before = resumes.filter((row) => row < end);
  const atResumes = length < FEWEST_ROWS ? [] : resumeCuts(points, before, end);
  const edges = [0, ...atResumes.map(({ row }) => row), end];
  const stages = edges.slice(1).flatMap((to, i) => stageCuts(points, edges[i], to, range, MOST_CUTS));
  const cuts = [...atResumes, ...stages].sort((a, b) => a.row - b.row).slice(0, MOST_CUTS);
  return {
    ...withFall(cuts, fall ?? fallOf(points, cuts), isOtherData),
    joined: before.filter((row) => !atResumes.some((cut) => cut.row === row)),
  };
}

/** A fall without a rise before it: a last drop below all that was before, or down to the floor. */
function fallOf(points: Points, cuts: readonly Cut[]): Collapse | null {
  const last = cuts.at(-1);
  const drop =
    last === undefined || last.slopes !== undefined || last.jump > 0 ? null : lastingDrop(points, last.row);
  return drop ?? dropToFloor(points);
}

/** A fall that ends the run is its last cut: a collapse, or the step to other data. */
function withFall(
  cuts: readonly Cut[],
  fall: Collapse | null,
  isOtherData: (fall: Collapse) => boolean,
): Omit<Cuts, 'joined'> {
  if (fall === null) return { cuts, collapse: null, otherData: null };
  const { fallsFrom: row, now, peak } = fall;
  const before = cuts.filter((cut) => cut.row < row);
  const jump = cuts.find((cut) => cut.row === row)?.jump ?? now - peak;
  return isOtherData(fall)
    ? { cuts: [...before, { kind: 'stage', row, jump }], collapse: null, otherData: fall }
    : { cuts: [...before, { kind: 'collapse', row, jump }], collapse: fall, otherData: null };
}

/** The clearest step between two rows, then those on either side of it. */
function stageCuts(points: Points, from: number, to: number, range: number, budget: number): Cut[] {
  if (to - from < FEWEST_ROWS || budget === 0) return [];
  const part = pointsBetween(points, from, to);
  const blocks = blocksOf(part);
  const shapes = smoothShapes(blocks);
  const found = levelStep(blocks, shapes);
  if (found === null || !(found.lead >= LEAD) || !isWorth(found, range)) return [];
  const row = from + sharpestRow(part.values, blocks, found);
  const before = stageCuts(points, from, row, range, budget - 1);
  const after = stageCuts(points, row, to, range, budget - 1 - before.length);
  return [...before, { kind: 'stage', row, jump: found.jump }, ...after];
}

/** The row in or beside the block at which two levels explain the most. */
function sharpestRow(
  values: Float64Array,
  { width, offset, count }: Blocks,
  { place, jump }: LevelStep,
): number {
  const from = offset + Math.max(0, place - 3) * width;
  const to = offset + Math.min(count, place + 4) * width;
  const first = offset + Math.max(1, place - 1) * width;
  const last = offset + Math.min(count - 1, place + 1) * width;
  let best = offset + place * width;
  let most = 0;
  const total = values.subarray(from, to).reduce((sum, value) => sum + value, 0);
  let before = values.subarray(from, first).reduce((sum, value) => sum + value, 0);
  for (let row = first; row <= last; row++) {
    const [left, right] = [row - from, to - row];
    const change = (total - before) / right - before / left;
    const explained =
      Math.sign(change) === Math.sign(jump) ? (change * change * left * right) / (left + right) : 0;
    if (explained > most) [most, best] = [explained, row];
    before += values[row];
  }
  return best;
}
