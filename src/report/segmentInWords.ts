import { t } from '@vscode/l10n';
import type { Cut } from '../dynamics/segments/cut';
import type { Segmentation } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';
import { formatCount, formatNumber, formatStep } from './formatNumber';
import { clauseList, commaList } from '../run/listInWords';
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
    why: clauseList([whyThis(run, segmentation), ...joinedResumes(run, segmentation)]),
  };
}

function whyThis({ reward: { steps } }: Run, { segments, fitted, collapse }: Segmentation): string {
  const { cut } = segments[fitted];
  const next = segments.at(fitted + 1);
  if (next?.cut?.kind === 'collapse')
    return t(
      'the steps before the fall that begins at step {0}: one curve through a rise and a fall would mean nothing',
      formatStep(steps[next.from]),
    );
  if (next !== undefined && collapse === null)
    return t(
      'the steps before step {0}, where {1}: the {2} steps since are too few for a curve',
      ...[formatStep(steps[next.from]), brokenBy(next.cut), formatCount(next.to - next.from)],
    );
  if (next !== undefined)
    return t(
      'the steps before step {0}, the longest stretch before the fall that one curve can describe',
      formatStep(steps[next.from]),
    );
  if (cut === null) return t('all steps that have a reward');
  const args = [formatStep(steps[cut.row]), brokenBy(cut)];
  return cut.kind === 'resume'
    ? t(
        'the steps since step {0}, where {1}: training was resumed there, and a curve through both would mean nothing',
        ...args,
      )
    : t(
        'the steps since step {0}, where {1}: the data, the curriculum or the reward changed there, and a curve through both would mean nothing',
        ...args,
      );
}

function brokenBy(cut: Cut | null): string {
  if (cut?.slopes === undefined) return jumped(cut?.jump);
  return t(
    'the slope changes from about {0} to {1} a step',
    ...[perStep(cut.slopes[0]), perStep(cut.slopes[1])],
  );
}

function perStep(slope: number): string {
  return formatNumber(slope, 2);
}

function jumped(jump: number | undefined): string {
  if (jump === undefined) return t('the level breaks');
  const by = formatNumber(Math.abs(jump));
  return jump > 0
    ? t('the level jumps up by about {0} and stays', by)
    : t('the level drops by about {0} and stays', by);
}

function joinedResumes({ reward: { steps } }: Run, { joined }: Segmentation): string[] {
  if (joined.length === 0) return [];
  const shown = joined.slice(0, 3).map((row) => formatStep(steps[row]));
  const where = `${commaList(shown)}${joined.length > 3 ? ' …' : ''}`;
  return [t('fitted across the resume at step {0}: neither level nor slope breaks there', where)];
}
