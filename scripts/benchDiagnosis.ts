import { writeFileSync } from 'node:fs';
import { catalogue, SEEDS, type SeedSet } from '../src/bandit/scenarios/catalogue';
import {
  alarmTable,
  controlTable,
  labelledList,
  modeTable,
  openTable,
  realTable,
  reliabilityTable,
  shapeTable,
} from '../test/bench/diagnosis/diagnosisTable';
import { labelledRuns } from '../test/bench/diagnosis/labelledRuns';
import { realFailures } from '../test/bench/diagnosis/realFailures';
import { scoreScenario, type ScoredRun } from '../test/bench/diagnosis/scoredRun';
import { macroF1 } from '../test/bench/diagnosis/tally';
import { calibrate, calibrationFile } from '../test/bench/diagnosis/calibrate';
import { hasShared } from '../test/shared';

// Scores the four verdicts on simulated runs of known truth, on labelled real runs and on public failures, and keeps
// the tables as docs/diagnosis.md. `-- --runs 20` scores more runs of each shape; `-- --calibrate` does none of this and
// renews src/diagnosis/calibration.ts from the tuning seeds. Exit code 1 where the aim is missed.
const AIM = { macroF1: 0.95, alarms: 0.02 };
const at = process.argv.indexOf('--runs');
const PER_SHAPE = at < 0 ? 12 : Number(process.argv[at + 1]);

/** A calibration needs wrong verdicts, which are rare. */
const CALIBRATION_RUNS = 24;

/** The lead costs ten diagnoses a run: every third run is enough for a median. */
const LEAD_EVERY = 3;

async function scored(set: SeedSet, perShape: number): Promise<ScoredRun[]> {
  const runs: ScoredRun[] = [];
  for (const scenario of catalogue(set, perShape)) {
    runs.push(await scoreScenario(scenario, set === 'scoring' && runs.length % LEAD_EVERY === 0));
    if (runs.length % 50 === 0) console.log(`${set}: ${runs.length} runs`);
  }
  return runs;
}

if (process.argv.includes('--calibrate')) {
  const runs = await scored('tuning', at < 0 ? CALIBRATION_RUNS : PER_SHAPE);
  writeFileSync('src/diagnosis/calibration.ts', calibrationFile(calibrate(runs), runs.length));
  process.exit(0);
}

const tuning = await scored('tuning', Math.max(4, Math.round(PER_SHAPE / 2)));
const scoring = await scored('scoring', PER_SHAPE);
const healthy = scoring.filter(({ family }) => family === 'healthy');
const alarmed = healthy.filter(({ findings }) => findings.some(({ verdict }) => verdict === 'present'));
const simulated = `# How right the four verdicts are

Written by \`npm run bench:diagnosis\`. Every simulated run is sampled GRPO, really trained (\`src/bandit/scenarios\`): a softmax
bandit with shared or separate parameters, or a small network, with the columns a trainer would log. Truth comes from exact
expectations that no log has. Runs whose effect is too small to be called a failure, and modes whose deciding column was not
logged, count for neither side. Constants were chosen on the seeds from ${SEEDS.tuning}, this is scored on those from ${SEEDS.scoring}
(${PER_SHAPE} runs of each shape, ${scoring.length} in all). Lead: steps to the row at which half of what is lost was lost, from
the step where the finding is placed, and from the first prefix of the log in which it is named (prefixes a tenth of the rest
apart, every third run; negative is late).

## By mode

${modeTable(scoring)}

Macro-F1 ${macroF1(scoring).toFixed(3)}; ${alarmed.length} of ${healthy.length} healthy runs with any alarm.

## Controls that must lose

Each sees one number of the log and has the best threshold and side for each mode, learned on the tuning seeds.

${controlTable(tuning, scoring)}

## Healthy runs

${alarmTable(scoring)}

## Failing shapes

${shapeTable(scoring)}

## Left open

${openTable(scoring)}

## How sure

The constants of the confidence are fitted to the tuning seeds (\`-- --calibrate\`); these are the others.

${reliabilityTable(scoring)}
`;
let text = simulated;
if (hasShared) {
  const labelled = await labelledRuns();
  text += `
## Labelled real runs

Small transformers really trained with GRPO, with something injected on the way. Nothing was tuned on them. Runs labelled
ambiguous or undecidable count for neither side.

${modeTable(labelled)}

${alarmTable(labelled)}

The confidence was calibrated on the simulated runs; here it is claimed of others:

${reliabilityTable(labelled)}

${labelledList(labelled)}

## Public logs with a failure

${realTable(await realFailures())}
`;
} else console.log('Real runs: skipped, there is no folder of reference logs (set GRPO_SHARED).');
console.log(text);
writeFileSync('docs/diagnosis.md', text);
const holds = macroF1(scoring) >= AIM.macroF1 && alarmed.length <= AIM.alarms * healthy.length;
console.log(
  holds
    ? 'The aim is met.'
    : `Short of the aim: macro-F1 ≥ ${AIM.macroF1}, alarms ≤ ${100 * AIM.alarms} % of healthy runs.`,
);
process.exitCode = holds ? 0 : 1;
