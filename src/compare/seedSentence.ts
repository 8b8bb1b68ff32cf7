import { t } from '@vscode/l10n';
import { clauseList, commaList } from '../run/listInWords';
import { formatNumber } from '../report/formatNumber';
import { CONSTANTS, type ConstantName } from './constants';
import { constantText } from './constantText';
import { letterOf } from './letterOf';
import { isByName } from './modelOf';
import { pText } from './pText';
import { rangeText } from './rangeText';
import type { Pooled, SeedGroup } from './seedGroups';

/**
 * What runs that differ only in their seed say together, and how it is known that they are of one model.
 *
 * @param group the runs with their pooled constants
 * @returns a sentence or two
 */
export function seedSentence({ runs, seedIsTold, model, constants }: SeedGroup): string {
  if (!seedIsTold)
    return t(
      '{0} tell the same settings and no seed: nothing known separates them, and nothing is pooled.',
      commaList(runs.map(letterOf)),
    );
  const parts = CONSTANTS.flatMap((name) => {
    const pooled = constants[name];
    return pooled === undefined ? [] : [pooledText(name, pooled)];
  });
  const pooled = parts.length === 0 ? t('no constant is bounded in two of them') : clauseList(parts);
  const args = [commaList(runs.map(letterOf)), pooled];
  if (model === null)
    return t(
      '{0}: the same known settings, another seed each. Pooled: {1}. That they are of one model is assumed: none tells it.',
      ...args,
    );
  return isByName(model)
    ? t(
        '{0}: the same known settings, a model of {2} by {3}, another seed each. Pooled: {1}.',
        ...args,
        model.value,
        model.from,
      )
    : t('{0}: the same known settings, another seed each. Pooled: {1}.', ...args);
}

function pooledText(name: ConstantName, { value, interval, betweenRuns, p }: Pooled): string {
  const args = [constantText(name), formatNumber(value, 3), rangeText(interval)];
  if (!(betweenRuns > 0))
    return t('{0} {1} (95 % {2}; no more spread from seed to seed than the runs’ own noise)', ...args);
  const spread = [formatNumber(betweenRuns), pText(p)];
  return name === 'plateau'
    ? t('{0} {1} (95 % {2}; spread from seed to seed {3}, p {4})', ...args, ...spread)
    : t('{0} {1} (95 % {2}; spread from seed to seed {3} of its logarithm, p {4})', ...args, ...spread);
}
