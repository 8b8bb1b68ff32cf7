/** Counts of one stage, or of all: how many checks passed, failed and were skipped. */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** What a stage without tests of its own returns. */
export const PASSED = { ...NOTHING, passed: 1 };

/** What a stage returns that was left out, and the only way for it to pass without a check: it has to say why. */
export function skippedBecause(reason) {
  console.log(`  skip  ${reason}`);
  return { ...NOTHING, skipped: 1, reason };
}

/** Sum of two counts. */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + (b.skipped ?? 0),
});

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** "3 passed, 0 failed", with the skipped ones where there are any. */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A stage that throws, or that skipped all its checks or has none, counts as failed: silence is not success. */
async function countsOf(work) {
  try {
    const counts = await work();
    if (counts.passed + counts.failed > 0 || counts.reason) return counts;
    console.log(counts.skipped > 0 ? 'this stage skipped all its checks' : 'this stage checked nothing');
    return { ...counts, failed: 1 };
  } catch (error) {
    console.log(error.message);
    return { ...NOTHING, failed: 1 };
  }
}

/**
 * Runs stages one after the other and stops at none, printing each one's counts and time.
 * @param stages name → function that returns counts
 * @returns the sum of their counts
 */
export async function runStages(stages) {
  let total = NOTHING;
  for (const [name, work] of Object.entries(stages)) {
    const start = Date.now();
    console.log(`\n── ${name}`);
    const counts = await countsOf(work);
    console.log(`── ${name}: ${inWords(counts)} in ${seconds(start)}`);
    total = add(total, counts);
  }
  return total;
}
