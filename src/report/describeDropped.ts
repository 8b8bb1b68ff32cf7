import { t } from '@vscode/l10n';
import type { Dropped } from '../run/run';
import { formatCount } from './formatNumber';

interface Phrase {
  readonly one: (count: string) => string;
  readonly many: (count: string) => string;
}

/** What happened to the rows of each count. */
const PHRASES: readonly (readonly [keyof Dropped, Phrase])[] = [
  [
    'malformed',
    {
      one: (count) => t('{0} record could not be read', count),
      many: (count) => t('{0} records could not be read', count),
    },
  ],
  [
    'nonFinite',
    {
      one: (count) => t('{0} row has a reward that is not a number', count),
      many: (count) => t('{0} rows have a reward that is not a number', count),
    },
  ],
  [
    'noReward',
    {
      one: (count) => t('{0} row has no reward', count),
      many: (count) => t('{0} rows have no reward', count),
    },
  ],
  [
    'noStep',
    {
      one: (count) => t('{0} row has a reward but no step', count),
      many: (count) => t('{0} rows have a reward but no step', count),
    },
  ],
  [
    'averaged',
    {
      one: (count) => t('{0} row was averaged with others of its step', count),
      many: (count) => t('{0} rows were averaged with others of their step', count),
    },
  ],
  [
    'replacedByResume',
    {
      one: (count) => t('{0} row was replaced when the run resumed', count),
      many: (count) => t('{0} rows were replaced when the run resumed', count),
    },
  ],
  [
    'forwardFilled',
    {
      one: (count) => t('{0} row repeats an earlier value until the next evaluation', count),
      many: (count) => t('{0} rows repeat an earlier value until the next evaluation', count),
    },
  ],
];

/** What was left out, one phrase for each reason; empty where nothing was. */
export function describeDropped(dropped: Dropped): string[] {
  return PHRASES.filter(([key]) => dropped[key] > 0).map(([key, { one, many }]) =>
    (dropped[key] === 1 ? one : many)(formatCount(dropped[key])),
  );
}
