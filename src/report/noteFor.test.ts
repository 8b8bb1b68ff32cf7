import { expect, it } from 'vitest';
import { noteFor } from './noteFor';

const NOTES = [
  'No constants: too early.',
  'plateau, progress: the curves do not agree on them.',
  'fits.bound, stability: they need the learning rate: give it.',
  'hill: 3 points do not determine 4 constants.',
  'a note without a key',
];

it.each([
  ['progress', 'the curves do not agree on them.'],
  ['fits.bound', 'they need the learning rate: give it.'],
  ['hill', '3 points do not determine 4 constants.'],
  ['rise', null],
  ['plateau, progress', null],
])('the reason for %s is %j', (key, reason) => expect(noteFor(NOTES, key)).toBe(reason));
