import type { Run } from '../run/run';

/** A schedule falls by less than this share of its peak from one logged row to the next; what falls by more is another rate. */
const LARGEST_DECAY = 0.1;
/** Rates are written with seven digits. */
const ROUNDING = 1e-6;

/**
 * Whether a setting that two runs tell is the same in both. A learning rate that is only known as the largest in a log
 * moves by a decay step of its schedule with the row at which the log begins: that is no difference.
 *
 * @param name the setting
 * @param a one run
 * @param b the other
 * @returns null where a run does not tell it
 */
export function sameSetting(name: string, a: Run, b: Run): boolean | null {
  const [one, other] = [a, b].map(({ config }) => config.get(name));
  if (one === undefined || other === undefined) return null;
  if (one.value === other.value) return true;
  if (name !== 'learningRate' || typeof one.value !== 'number' || typeof other.value !== 'number')
    return false;
  const isLogged = [one, other].some(({ kind }) => kind === 'largest');
  if (!isLogged) return false;
  const peak = Math.max(one.value, other.value);
  return Math.abs(one.value - other.value) <= Math.max(ROUNDING * peak, decayStep(a), decayStep(b));
}

/** The first fall of the logged rate after its peak; 0 where it does not fall, or by more than a schedule does in a row. */
function decayStep({ series }: Run): number {
  const rates = series.get('learningRate')?.values ?? new Float64Array();
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  const from = rates.lastIndexOf(peak);
  const fall = from < 0 || from + 1 >= rates.length ? 0 : peak - rates[from + 1];
  // The rate is logged to seven digits, and so is its fall.
  return fall <= LARGEST_DECAY * peak ? fall + ROUNDING * peak : 0;
}
