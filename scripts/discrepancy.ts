import { parseArgs } from 'node:util';
import { DISCREPANCIES, replayDiscrepancies } from '../test/bench/forecastDiscrepancy';

// How often the forecast's intervals hold at each discrepancy, on simulated runs of seeds that no other table uses:
// `npm run bench:discrepancy -- [--runs N]`. The constant in `forecastRun` is the least at which 90 % held 90 %.
const FIRST_SEED = 1000;
const CUTS = [0.3, 0.5, 0.7, 0.85];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100' } } });
const seeds = Array.from({ length: Number(values.runs) }, (_, i) => FIRST_SEED + i);

const held = CUTS.map((cut) =>
  seeds.map((seed) => replayDiscrepancies(seed, cut)).filter((one) => one !== null),
);
const line = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
const share = (of: readonly boolean[]): string => ((100 * of.filter(Boolean).length) / of.length).toFixed(1);

line(['seen', 'runs', 'interval', ...DISCREPANCIES.map(String)]);
line(['---', '---', '---', ...DISCREPANCIES.map(() => '---')]);
[...CUTS.map((cut, i) => [`${100 * cut} %`, held[i]] as const), ['all', held.flat()] as const].forEach(
  ([seen, replays]) =>
    ['90 % of the mean', '95 % of the gain'].forEach((name, which) =>
      line([
        seen,
        String(replays.length),
        name,
        ...DISCREPANCIES.map((_, k) => share(replays.map((one) => one[k][which]))),
      ]),
    ),
);
