import { t } from '@vscode/l10n';
import { commaList, inARow } from '../run/listInWords';
import { tenthOf } from '../dynamics/means';
import { LOST_ERRORS, LOST_SHARE } from '../dynamics/segments/collapse';
import { MOST_BY_REWARD_ALONE, MOST_CONFIDENT, MOST_UNCALIBRATED } from './constants';
import { isInformative, type Evidences } from './evidenceOf';
import { figure, whole } from './figures';
import type { Evidence } from './finding';
import { interiorNumbers } from './interiorNumbers';
import { absent, type Judgement } from './judgement';
import { errorOfMean, indexOfMost, rangeOf } from './signal';
import { thresholdEvidence } from './thresholdEvidence';
import { warnings } from './warnings';

/** No instability, and how far from one; as sure as there are columns that would have told. */
export function calmJudgement(evidences: Evidences): Judgement {
  const signs = warnings(evidences);
  const some =
    signs.length === 0 ? '' : t('Worth watching: {0}.', commaList(signs.map(({ metric }) => metric)));
  const holes = interiorNumbers(evidences.run);
  const isMany = holes?.isMany ?? false;
  const calm =
    holes === null
      ? t('No ring beyond autocorrelated noise, no collapse, no numbers that are none.')
      : t('No ring beyond autocorrelated noise, no collapse. {0}', holes.sentence);
  const reserve = isMany ? t('The confidence is not calibrated on such logs.') : '';
  return {
    ...absent(farFromAFall(evidences), inARow(calm, reserve, some), [
      levelNow(evidences),
      ...(holes?.evidence ?? []),
      ...thresholdEvidence(evidences),
      ...signs,
    ]),
    mostSure: mostSureOf(evidences, isMany),
  };
}

/** Columns that would tell a fall or its beginning before the reward does. */
const WITNESSES = [
  'evalReward',
  'gradNorm',
  'klOldPolicy',
  'kl',
  'mismatch',
  'zeroStdFraction',
  'loss',
] as const;

function mostSureOf({ column }: Evidences, isMany: boolean): number {
  if (isMany) return MOST_UNCALIBRATED;
  return WITNESSES.some((name) => isInformative(column(name))) ? MOST_CONFIDENT : MOST_BY_REWARD_ALONE;
}

/** What a collapse takes: half of what was gained, and 3 errors. */
function neededForAFall({ reward, level }: Evidences): number {
  const [low, high] = rangeOf(level);
  const error = Math.SQRT2 * errorOfMean(reward.noise, tenthOf(reward.values.length));
  return Math.max(LOST_ERRORS * error, LOST_SHARE * (high - low));
}

/** How much of that the end does not lie below the peak; 0.05 … 1. */
function farFromAFall(evidences: Evidences): number {
  const { level } = evidences;
  const lost = rangeOf(level)[1] - level[level.length - 1];
  const needed = neededForAFall(evidences);
  return needed > 0 ? Math.min(1, Math.max(0.05, 1 - lost / needed)) : 1;
}

/** The reward's level at the end, against the one from which it would have fallen. */
function levelNow(evidences: Evidences): Evidence {
  const { reward, level } = evidences;
  const top = indexOfMost(level);
  return {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: level[level.length - 1],
    expected: t(
      'above {0}: its highest level, {1} around step {2}, less what a collapse takes',
      ...[figure(level[top] - neededForAFall(evidences)), figure(level[top]), whole(reward.steps[top])],
    ),
  };
}
