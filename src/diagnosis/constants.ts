import { FEWEST_EVALUATIONS } from '../dynamics/segments/witnesses';

/**
 * Every number the four verdicts depend on, with where it comes from. Shares are of 1, "errors" are autocorrelated
 * standard errors. Where the source is "tuning", the number was chosen on the tuning seeds of `src/bandit/scenarios`
 * (catalogue.ts) and scored on the others; docs/diagnosis.md has the score. None was chosen on a real run.
 */
export const DIAGNOSIS = {
  /** Rows below which only what is certain at once is judged. Source: contract 2, `too-early`. */
  fewestRows: 20,
  /** Share of the rows that "now" and a reference at the start stand for. Source: a fifth and a tenth, as the Report's levels. */
  endShare: 0.2,
  startShare: 0.06,
  /** Ceiling of a reward whose rows all lie in 0 … 1. Source: the range itself; any other reward has none we know. */
  unitCeiling: 1,
  /** A tail drifts when its slope beats so many errors. Source: two-sided 1 %. */
  driftErrors: 2.6,

  /** Share of groups without a gradient from which a run is degenerate. Source: theory.md §6, tuning. */
  deadShare: 0.72,
  /** … and by so much above what the reward's level explains (beta-binomial). Source: tuning. */
  deadExcess: 0.1,
  /** From here on a run is starved whatever explains it: 9 of 10 rollouts are wasted. Source: convention. */
  starvedShare: 0.9,
  /** Distance below the ceiling that is worth learning; nearer is solved. Source: tuning. */
  room: 0.2,

  /** A last third that closes less than this share of the room has stopped for practical purposes. Source: 5 thirds to half. */
  leastGain: 0.15,
  /** … and so many errors above its slope bound what it may have gained. Source: one-sided 5 %. */
  boundErrors: 1.64,

  /** Entropy left, as a share of the start, that counts as the floor. Source: theory.md §6 "a small share", tuning. */
  entropyFloor: 0.2,

  /** Share of the room that prompts out of reach from the start may explain before they, not the entropy, are the cause. */
  unreachable: 0.75,

  /** Evaluations below which a held-out column cannot turn. Source: two windows of three. */
  fewestEvaluations: FEWEST_EVALUATIONS,
  /** Errors of a fall of the held-out score from its own peak; more than two-sided 0.1 %, as the peak is selected. */
  heldOutErrors: 4,
  /** Smallest fall that is worth a word, in units of a score between 0 and 1, and as a share of the score's range. */
  heldOutFall: 0.06,
  heldOutShare: 0.12,
  /** The reward may slip by this share of its range and still count as held. Source: tuning. */
  rewardSlip: 0.1,
  /** Share of its range by which the reward must gain while the held-out score falls. Source: below it, noise. */
  rewardGain: 0.05,
  /** Share of its range a component must lose. Source: tuning. */
  componentShare: 0.2,

  /** Swings, peak to trough, as a share of the reward's range, before they are ringing. Source: tuning. */
  swingShare: 0.16,
  /** … and in errors of the level: a turn is selected among many. Source: more than 3, as for two means that were not selected. */
  swingErrors: 5,
  /** Turns after the first rise (peak, trough, peak …) before swings count. Source: other data make two (down and up); tuning. */
  fewestTurns: 3,
  /** Distances between turns stay within this factor of their middle: swings, not single events. Source: tuning. */
  swingRegular: 2.5,
  /** A first swing of a growing row may have this share of the height that others need. Source: tuning. */
  firstSwing: 0.6,
  /** Growing swings: each is higher than the one before by the first factor, the largest than the first by the second. Source: tuning. */
  swingHigher: 1.05,
  swingGrown: 1.5,
  /** … from this share of the largest on there is no room to grow, and later ones keep the other share of it. Source: tuning. */
  swingFull: 0.9,
  swingKept: 0.6,
  /** … out of so many half swings of calm: noise that wanders turns all the time. Source: two periods. */
  swingCalm: 4,
  /** … with this chance under stationary surrogates, on top of the shape. Source: alarms in autocorrelated noise (growingSwings.test.ts). */
  growthChance: 0.02,

  /** A column that broke before the reward has a level higher by this factor. Source: gradient norms of healthy runs stay within 3×. */
  signRaised: 3,
  /** … and lies before the fall by at most this share of the log: older ones have another story. Source: tuning. */
  signRecent: 0.25,

  /** Rows on either side of a jump of the learning rate that are level, and the factor they stay within. Source: shorter or steeper is a schedule. */
  levelRows: 5,
  levelWithin: 1.2,

  /** BIC by which noise that rings must lead. Source: `collapse.ts`: more than between curves, as a false alarm stops a good run. */
  ringLead: 10,
  /** Entropy, against its start, that is noise where the reward gained nothing by it. Source: models.md; no scenario has it, so it is not tuned. */
  noisyEntropy: 3,
  /** A mismatch between trainer and sampler that grew by so much is worth a word. Source: tuning. */
  mismatchGrowth: 4,
  /** Early warning: growth of the noise, and the chance of it under stationary surrogates. Source: theory.md §4. */
  spreadGrowth: 1.8,
  warningChance: 0.01,
} as const;

/** No verdict from a log is surer than this. Source: 1 − 1/(runs scored per verdict), rounded down. */
export const MOST_CONFIDENT = 0.99;

/** … and none on runs that the calibration had no like of. Source: a little more than a coin, as nothing was measured. */
export const MOST_UNCALIBRATED = 0.6;

/** … and no instability is ruled out more surely by a reward that stands alone. Source: convention; every calibrated run logs more. */
export const MOST_BY_REWARD_ALONE = 0.9;
