import { t } from '@vscode/l10n';
import { commaList, inARow } from '../run/listInWords';
import type { Collapse } from '../dynamics/segments/collapse';
import { isAtFloor, testimonyOn } from '../dynamics/segments/testimony';
import type { Witness } from '../dynamics/segments/witnesses';
import type { Evidences } from './evidenceOf';
import { figure, whole } from './figures';
import { firstSign, type FirstSign } from './firstSign';
import type { Evidence } from './finding';
import { absent, type Judgement } from './judgement';
import { notANumber } from './notANumber';
import { backToRate, jumpEvidence, jumpSaid } from './rateJump';
import { shorterInterval, smallerSteps } from './smallerSteps';
import { thresholdEvidence } from './thresholdEvidence';
import { warnings } from './warnings';

/**
 * The fall that ends the run, in words: found, placed and told from other data once, where the run is cut into segments
 * (`segmentRun`), so that the verdict, the state and the fitted segment agree.
 */
export function collapseJudgement(evidences: Evidences): Judgement | null {
  const { run, segmentation } = evidences;
  const { collapse } = segmentation;
  if (collapse === null) return null;
  const { witnesses, weight } = testimonyOn(run, collapse);
  const fall = run.reward.steps[collapse.fallsFrom];
  const sign = firstSign(evidences, collapse, witnesses);
  const step = sign?.step ?? fall;
  const jump = sign?.jump === undefined ? [] : [sign.jump];
  const broken = notANumber(run);
  const toldBy = witnesses
    .filter(({ weight, metric }) => weight > 0 && metric !== 'learningRate')
    .map(keyIn(evidences));
  return {
    verdict: 'present',
    severity: 'error',
    margin: Math.min(1, Math.max(0, weight) / 3),
    isCertain: collapse.floorFrom !== null,
    step,
    summary: inARow(summaryOf(evidences, collapse, toldBy), firstOf(sign), broken?.summary ?? ''),
    evidence: [
      ...jump.map(jumpEvidence),
      seen(evidences, collapse),
      ...floorEvidence(evidences, collapse),
      ...witnesses
        .filter(({ metric }) => jump.length === 0 || metric !== 'learningRate')
        .map(evidenceIn(evidences, fall)),
      ...thresholdEvidence(evidences, growthOfRate(witnesses)),
      ...(broken?.evidence ?? []),
      ...warnings(evidences),
    ],
    outlook: outlookOf(evidences, collapse),
    advice: [
      ...jump.map(backToRate),
      t('Go back to a checkpoint before step {0}.', whole(step)),
      ...(jump.length === 0 ? smallerSteps(evidences, step) : shorterInterval(evidences)),
      ...untold(evidences, witnesses),
    ],
  };
}

function growthOfRate(witnesses: readonly Witness[]): number {
  const rate = witnesses.find(({ metric }) => metric === 'learningRate');
  return rate === undefined ? 1 : rate.value / rate.before;
}

/** The failure starts at its first evidence, which may come before the reward tells. */
function firstOf(sign: FirstSign | null): string {
  if (sign === null) return '';
  return sign.jump === undefined
    ? t('It started before: {0} broke at step {1}.', sign.metric, whole(sign.step))
    : t('It started before: {0}.', jumpSaid(sign.jump));
}

/** A fall that other data explain: no failure, and the reader is told why not. */
export function otherDataJudgement(evidences: Evidences): Judgement | null {
  const { run, segmentation } = evidences;
  const { otherData } = segmentation;
  if (otherData === null) return null;
  const { witnesses, weight } = testimonyOn(run, otherData);
  const step = run.reward.steps[otherData.fallsFrom];
  const { peak, now } = otherData;
  return absent(
    Math.min(0.5, -weight / 4),
    t(
      'The reward dropped from {0} to {1} at step {2}, and what was logged beside it says a change of data or stage, not a collapse.',
      ...[figure(peak), figure(now), whole(step)],
    ),
    [seen(evidences, otherData), ...witnesses.map(evidenceIn(evidences, step))],
  );
}

function summaryOf(evidences: Evidences, collapse: Collapse, toldBy: readonly string[]): string {
  const { peak, now, isSudden, fallsFrom } = collapse;
  const args = [figure(peak), figure(now), whole(evidences.run.reward.steps[fallsFrom])];
  const fell = isSudden
    ? t('The reward collapsed from {0} to {1} from step {2} on', ...args)
    : t('The reward slipped from {0} to {1} from step {2} on', ...args);
  return toldBy.length === 0
    ? t('{0}.', fell)
    : t('{0}, and {1} with it.', fell, commaList(toldBy.slice(0, 3)));
}

function seen({ reward }: Evidences, { peak, peakStep, now }: Collapse): Evidence {
  return {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: now,
    expected: t('{0}, its level around step {1}', figure(peak), whole(peakStep)),
  };
}

function floorEvidence({ reward: { key }, run: { reward } }: Evidences, { floorFrom }: Collapse): Evidence[] {
  if (floorFrom === null) return [];
  const rows = whole(reward.values.length - floorFrom);
  const expected = t('rows that differ, as before; it has not left its floor for {0} rows', rows);
  return [{ metric: key, step: reward.steps[floorFrom], value: reward.values[floorFrom], expected }];
}

function outlookOf({ run }: Evidences, collapse: Collapse): string {
  if (isAtFloor(run.reward, collapse))
    return t('At the floor groups are all wrong, so no force is left to bring it back.');
  return collapse.isSudden
    ? t(
        'Beyond the threshold each step undoes more than the one before it learned; smaller steps alone do not bring back what is lost.',
      )
    : t('What pulls it down goes on as long as these settings do.');
}

/** Which column would tell, where none did. */
function untold({ run }: Evidences, witnesses: readonly Witness[]): string[] {
  if (!run.series.has('gradNorm'))
    return [t('Log the gradient norm: it tells a step too large from a change of the data.')];
  return witnesses.length > 0 || run.series.has('evalReward')
    ? []
    : [t('Log a held-out score: it tells a collapse from a change of the data.')];
}

function keyIn({ run }: Evidences): (witness: Witness) => string {
  return ({ metric }) => run.metrics.get(metric) ?? metric;
}

/** What a column says, in words. */
export function evidenceIn(evidences: Evidences, at: number): (witness: Witness) => Evidence {
  const key = keyIn(evidences);
  return (witness) => ({
    metric: key(witness),
    step: witness.step,
    value: witness.value,
    expected: expectedOf(witness, at),
  });
}

function expectedOf({ metric, weight, before }: Witness, at: number): string {
  switch (metric) {
    case 'evalReward':
      return weight > 0
        ? t('{0}, its level before step {1}; it fell with the reward', figure(before), whole(at))
        : t(
            '{0}, its level before step {1}; it did not fall: other data, not another policy',
            ...[figure(before), whole(at)],
          );
    case 'learningRate':
      return t('about {0}, what it was before', before.toPrecision(2));
    case 'zeroStdFraction':
      return t('{0}, its mean before', figure(before));
    default:
      return t('about {0}, the median before', figure(before));
  }
}
