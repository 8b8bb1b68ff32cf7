import { expect, it } from 'vitest';
import { noteInWords } from './noteInWords';

it.each([
  ['fits.bound, stability: give --beta1.', 'curve bound to the hyperparameters, stability: give --beta1.'],
  ['riseTime95, progress: open.', '95 % of the rise, progress: open.'],
  ['The run: it rises.', 'The run: it rises.'],
  ['No colon.', 'No colon.'],
])('%s', (note, words) => expect(noteInWords(note)).toBe(words));
