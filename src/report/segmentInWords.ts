import type { Cut } from '../dynamics/segments/cut';
import type { Segmentation } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';
import { formatCount, formatNumber, formatStep } from './formatNumber';
import type { Report, ReportSegment } from './report';

/** All pieces of the run, with what cuts them. */
export function segmentsOf({ reward }: Run, { segments, fitted }: Segmentation): ReportSegment[] {
  return segments.map(({ from, to, cut }, i) => ({
    first: reward.steps[from],
    last: reward.steps[to - 1],
    steps: to - from,
    cut: cut && {
      kind: cut.kind,
      step: reward.steps[cut.row],
      line: reward.lines?.[cut.row] ?? null,
      jump: cut.jump,
    },
    fitted: i === fitted,
  }));
}

/** The piece that the fits describe, and why that one. */
export function fittedSegment(run: Run, segmentation: Segmentation): Report['segment'] {
  const { segments, fitted } = segmentation;
  const { from, to } = segments[fitted];
  const { steps } = run.reward;
  return {
    first: steps[from],
    last: steps[to - 1],
    why: [whyThis(run, segmentation), ...joinedResumes(run, segmentation)].join('; '),
  };
}

function whyThis({ reward: { steps } }: Run, { segments, fitted, collapse }: Segmentation): string {
  const { cut } = segments[fitted];
  const next = segments.at(fitted + 1);
  if (next?.cut?.kind === 'collapse')
    return `the steps before the fall that begins at step ${formatStep(steps[next.from])}: one curve through a rise and a fall would mean nothing`;
  if (next !== undefined && collapse === null)
    return `the steps before step ${formatStep(steps[next.from])}, where the ${brokenBy(next.cut)}: the ${formatCount(next.to - next.from)} steps since are too few for a curve`;
  if (next !== undefined)
    return `the steps before step ${formatStep(steps[next.from])}, the longest stretch before the fall that one curve can describe`;
  if (cut === null) return 'all steps that have a reward';
  const what =
    cut.kind === 'resume'
      ? 'training was resumed there'
      : 'the data, the curriculum or the reward changed there';
  return `the steps since step ${formatStep(steps[cut.row])}, where the ${brokenBy(cut)}: ${what}, and a curve through both would mean nothing`;
}

function brokenBy(cut: Cut | null): string {
  if (cut?.slopes === undefined) return `level ${jumped(cut?.jump)}`;
  return `slope changes from about ${perStep(cut.slopes[0])} to ${perStep(cut.slopes[1])} a step`;
}

function perStep(slope: number): string {
  return formatNumber(slope, 2);
}

function jumped(jump: number | undefined): string {
  if (jump === undefined) return 'breaks';
  return `${jump > 0 ? 'jumps up' : 'drops'} by about ${formatNumber(Math.abs(jump))} and stays`;
}

function joinedResumes({ reward: { steps } }: Run, { joined }: Segmentation): string[] {
  if (joined.length === 0) return [];
  const shown = joined.slice(0, 3).map((row) => formatStep(steps[row]));
  const where = `${shown.join(', ')}${joined.length > 3 ? ' …' : ''}`;
  return [`fitted across the resume at step ${where}: neither level nor slope breaks there`];
}
