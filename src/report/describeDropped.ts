import type { Dropped } from '../run/run';
import { formatCount } from './formatNumber';

type Phrase = readonly [one: string, many: string];

/** What happened to the rows of each count, in words that follow the number. */
const PHRASES: readonly (readonly [keyof Dropped, Phrase])[] = [
  ['malformed', ['record could not be read', 'records could not be read']],
  ['nonFinite', ['row has a reward that is not a number', 'rows have a reward that is not a number']],
  ['noReward', ['row has no reward', 'rows have no reward']],
  ['noStep', ['row has a reward but no step', 'rows have a reward but no step']],
  ['averaged', ['row was averaged with others of its step', 'rows were averaged with others of their step']],
  ['replacedByResume', ['row was replaced when the run resumed', 'rows were replaced when the run resumed']],
  [
    'forwardFilled',
    [
      'row repeats an earlier value until the next evaluation',
      'rows repeat an earlier value until the next evaluation',
    ],
  ],
];

/** What was left out, one phrase for each reason; empty where nothing was. */
export function describeDropped(dropped: Dropped): string[] {
  return PHRASES.filter(([key]) => dropped[key] > 0).map(([key, [one, many]]) => {
    const count = dropped[key];
    return `${formatCount(count)} ${count === 1 ? one : many}`;
  });
}
