import { adamClaim } from './adamClaim';
import type { Claim } from './claim';
import { closedFormClaim } from './closedFormClaim';
import { jitterClaim } from './jitterClaim';
import { invarianceClaim, stdDriftClaim } from './groupSizeClaim';
import { onsetClaim } from './onsetClaim';
import { overdampedClaim } from './overdampedClaim';
import { slowStartClaim } from './slowStartClaim';
import { thresholdClaim } from './thresholdClaim';
import { varianceClaim } from './varianceClaim';

/** The claims of theory.md that the bandit can test, as functions: each runs its simulations when called. */
export const CLAIMS: readonly (() => Claim)[] = [
  onsetClaim,
  thresholdClaim,
  overdampedClaim,
  closedFormClaim,
  slowStartClaim,
  varianceClaim,
  jitterClaim,
  invarianceClaim,
  stdDriftClaim,
  adamClaim,
];
