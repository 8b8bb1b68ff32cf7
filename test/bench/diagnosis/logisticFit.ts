/** A verdict's distance from its threshold, and whether it was right. */
export interface Outcome {
  readonly margin: number;
  readonly isRight: boolean;
}

/** Chance of being right = 1/(1 + e^−(a + b·margin)). */
export interface Logistic {
  readonly a: number;
  readonly b: number;
}

/** Where the constants lie before any outcome was seen, and how widely (standard deviations). */
export interface Prior extends Logistic {
  readonly widthOfA: number;
  readonly widthOfB: number;
}

const STEPS = 60;

/**
 * The most probable a and b ≥ 0 given the outcomes and a normal prior: without one, outcomes that were all right have no
 * finite a. A clearer case is never less sure, so a falling line is taken as level.
 *
 * @param outcomes verdicts with their margins, 0 … 1
 * @param prior where a and b lie without them
 * @returns the constants
 */
export function logisticFit(outcomes: readonly Outcome[], prior: Prior): Logistic {
  const free = newton(outcomes, prior, true);
  return free.b >= 0 ? free : { a: newton(outcomes, { ...prior, b: 0 }, false).a, b: 0 };
}

/** Newton's steps on the log posterior, halved where they would worsen it. */
function newton(outcomes: readonly Outcome[], prior: Prior, hasSlope: boolean): Logistic {
  let at: Logistic = { a: prior.a, b: prior.b };
  for (let i = 0; i < STEPS; i++) {
    const [stepA, stepB] = stepAt(outcomes, prior, at, hasSlope);
    let share = 1;
    const moved = (): Logistic => ({ a: at.a + share * stepA, b: at.b + share * stepB });
    while (share > 1e-6 && posterior(outcomes, prior, moved()) < posterior(outcomes, prior, at)) share /= 2;
    at = moved();
  }
  return at;
}

function stepAt(
  outcomes: readonly Outcome[],
  prior: Prior,
  { a, b }: Logistic,
  hasSlope: boolean,
): readonly [number, number] {
  const [wa, wb] = [prior.widthOfA ** -2, prior.widthOfB ** -2];
  let [ga, gb, haa, hab, hbb] = [wa * (prior.a - a), wb * (prior.b - b), wa, 0, wb];
  for (const { margin, isRight } of outcomes) {
    const p = 1 / (1 + Math.exp(-(a + b * margin)));
    const left = (isRight ? 1 : 0) - p;
    const w = p * (1 - p);
    ga += left;
    gb += left * margin;
    haa += w;
    hab += w * margin;
    hbb += w * margin * margin;
  }
  if (!hasSlope) return [ga / haa, 0];
  const det = haa * hbb - hab * hab;
  return [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det];
}

function posterior(outcomes: readonly Outcome[], prior: Prior, { a, b }: Logistic): number {
  const likelihood = outcomes.reduce(
    (sum, { margin, isRight }) => sum - Math.log1p(Math.exp((isRight ? -1 : 1) * (a + b * margin))),
    0,
  );
  return likelihood - ((a - prior.a) / prior.widthOfA) ** 2 / 2 - ((b - prior.b) / prior.widthOfB) ** 2 / 2;
}
