import type { Verdict } from './answer';
import type { CarryOver, NoCarryOver } from './carryOver';
import { holm } from './holm';

const LEVEL = 0.05;

/** An answer before all pairs are counted. */
export type OpenCarryOver = Omit<CarryOver, 'verdict' | 'pHolm'> | NoCarryOver;

/**
 * Count all pairs that κ is carried over between and close their answers (Holm). A pair of copies counts once.
 *
 * @param open the answers, each for itself alone
 * @param copies of each run the place of the run that it is a copy of; null where it is none
 * @returns the same with their verdicts, in the same order
 */
export function closeCarryOvers(
  open: readonly OpenCarryOver[],
  copies: readonly (number | null)[],
): (CarryOver | NoCarryOver)[] {
  const logsOf = ({ first, second }: OpenCarryOver): string =>
    [copies[first] ?? first, copies[second] ?? second].sort((a, b) => a - b).join();
  const asked = new Map<string, number>();
  for (const one of open) if ('p' in one && !asked.has(logsOf(one))) asked.set(logsOf(one), one.p);
  const adjusted = holm([...asked.values()]);
  const pHolm = new Map([...asked.keys()].map((logs, k) => [logs, adjusted[k]]));
  return open.map((one) => {
    if ('because' in one) return one;
    const counted = pHolm.get(logsOf(one)) ?? 1;
    return { ...one, verdict: verdictOf(one.p, counted), pHolm: counted };
  });
}

function verdictOf(p: number, pHolm: number): Verdict {
  if (pHolm < LEVEL) return 'differ';
  return p < LEVEL ? 'hint' : 'no-detectable-difference';
}
