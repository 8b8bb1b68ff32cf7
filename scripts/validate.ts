import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deepSeed } from '../src/bandit/deep/deepSeed';
import { DEEP_SEEDS, deepFindings, deepOnsetClaim } from '../src/bandit/deep/deepStudy';
import { holds, type Claim } from '../src/bandit/validation/claim';
import { CLAIMS } from '../src/bandit/validation/claims';
import { svgChart } from '../src/bandit/validation/svgChart';
import { claimMarkdown, validationMarkdown, validationText } from '../src/bandit/validation/validationTable';
import { realRunsClaim } from './realRunsClaim';

// Tests every claim of the model in simulation, prints the table and keeps it with a picture per claim under
// docs/validation/. Exit code 1 where a claim fails. `--deep` adds the neural policy: minutes more.
const FOLDER = path.join('docs', 'validation');

function keep(claim: Claim): Claim {
  console.log(validationText(claim));
  writeFileSync(path.join(FOLDER, `${claim.id}.svg`), svgChart(claim.chart, claim.title));
  return claim;
}

/** Ten networks, about half a minute each on an idle core. */
function deepDemonstration(): { readonly claim: Claim; readonly findings: string } {
  const seeds = Array.from({ length: DEEP_SEEDS }, (_, i) => {
    console.log(`network ${i + 1} of ${DEEP_SEEDS} …`);
    return deepSeed(i + 1);
  });
  return { claim: deepOnsetClaim(seeds), findings: deepFindings(seeds) };
}

mkdirSync(FOLDER, { recursive: true });
const claims = CLAIMS.map((run) => keep(run()));
writeFileSync(path.join(FOLDER, 'README.md'), validationMarkdown(claims));

const onRealRuns = await realRunsClaim();
if (onRealRuns === null)
  console.log('Real runs: skipped, there is no folder of reference logs (set GRPO_SHARED).\n');
else {
  claims.push(keep(onRealRuns));
  writeFileSync(path.join(FOLDER, 'real-runs.md'), claimMarkdown(onRealRuns));
}

if (process.argv.includes('--deep')) {
  const deep = deepDemonstration();
  claims.push(keep(deep.claim));
  writeFileSync(path.join(FOLDER, 'deep.md'), `${claimMarkdown(deep.claim)}\n${deep.findings}`);
  console.log(deep.findings);
}

const failed = claims.filter((claim) => !holds(claim));
for (const claim of failed) console.error(`fails: ${claim.title}`);
console.log(`${claims.length - failed.length} of ${claims.length} claims hold; pictures in ${FOLDER}`);
process.exitCode = failed.length === 0 ? 0 : 1;
