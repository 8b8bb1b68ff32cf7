import type { Curve } from './curve';
import { dampedOscillator } from './dampedOscillator';
import { exponential } from './exponential';
import { hill } from './hill';
import { logistic } from './logistic';

/** The damped oscillator without ringing: a slow start, then saturation (theory.md §1, fit 3). */
export const inertial = dampedOscillator('inertial', 1, ['exponential']);

/** The damped oscillator with free damping (theory.md §1, fit 4). */
export const oscillator = dampedOscillator('oscillator', 0.05, ['exponential', 'inertial']);

/** The curves that are fitted from the reward alone; a nested curve stands before what contains it. */
export const CURVES: readonly Curve[] = [exponential, inertial, oscillator, logistic, hill];
