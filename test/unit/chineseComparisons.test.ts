import { config } from '@vscode/l10n';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fitRuns } from '../../src/analysis/fitRuns';
import { answerSentence } from '../../src/compare/answerSentence';
import { compareRuns } from '../../src/compare/compareRuns';
import type { Comparison } from '../../src/compare/comparison';
import { comparisonMarkdown } from '../../src/compare/comparisonMarkdown';
import { comparisonSvg } from '../../src/compare/comparisonSvg';
import type { FittedRun } from '../../src/compare/fittedRun';
import { lawSentences } from '../../src/compare/lawSentences';
import { overlayOf } from '../../src/compare/overlayOf';
import { nodeConfigPort } from '../../src/platform/nodeConfigPort';
import { openLog } from '../../src/platform/openLog';
import { settingName } from '../../src/compare/settingName';
import { markdownText } from '../../src/report/exports/markdownText';
import { answerWords, pairAnswers } from '../../webview/compare/compareWords';
import { simulatedRun } from '../bench/compare/simulatedRun';
import { CHINESE, latinOf, numbersOf } from '../chineseWords';
import { shared } from '../shared';

/** Fits runs in the language that is spoken: fits say why they tell nothing. */
type Fit = () => Promise<FittedRun[]>;

/** Everything a person reads of a Comparison: in the panel, in the terminal and in what is taken away. */
function wordsOf(runs: readonly FittedRun[], comparison: Comparison): string[] {
  const names = comparison.runs.map(({ label }) => label);
  const overlay = runs.map((run) => overlayOf(run, comparison.curve));
  return [
    answerSentence(comparison),
    ...comparison.pairs.flatMap(({ sentences }) => sentences),
    ...comparison.pairs.flatMap((pair) =>
      pairAnswers(pair).flatMap(([about, answer]) => {
        const { verdict, value, interval, p, detectable, because } = answerWords(answer);
        return [about, verdict, value, interval, p, detectable, because];
      }),
    ),
    ...reasonsIn(comparison),
    ...lawSentences(comparison),
    ...comparison.notes,
    ...comparisonMarkdown(comparison, names).split('\n'),
    comparisonSvg(comparison, overlay, names).replace(/<[^>]*>|&#\d+;/g, ' '),
  ];
}

/** Every reason why something cannot be told, wherever it stands. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): string[] =>
    key === 'because' && typeof inner === 'string' ? [inner] : reasonsIn(inner),
  );
}

/** What a comparison says in words of the logs and their settings; Holm is a name. */
function keysOf({ runs, config: settings, pairs, seeds }: Comparison): string[] {
  return [
    'Holm',
    ...runs.map(({ label }) => label),
    ...settings.flatMap(({ name, values }) => [
      settingName(name),
      ...values.map((value) => String(value?.value ?? '')),
    ]),
    ...pairs.flatMap(({ evaluations }) =>
      Object.keys(evaluations).flatMap((key) => [key, markdownText(key)]),
    ),
    ...seeds.map(({ model }) => model?.value ?? ''),
  ];
}

const logs =
  (...files: readonly string[]): Fit =>
  async () => {
    const fitted: FittedRun[] = [];
    for (const file of files)
      fitted.push(...(await fitRuns(await openLog(file), {}, { config: nodeConfigPort(file) })));
    return fitted;
  };

const labelled = (name: string): string => shared('logs', 'labelled', name, 'log.jsonl');

const NOISE = { name: 'ρ .3', coefficients: [0.3], sampling: 0 };

type Facts = Readonly<Record<string, number | string>>;

interface Told {
  readonly seed: number;
  readonly timescale?: number;
  readonly plateau?: number;
  readonly rows?: number;
  readonly path?: string;
  readonly facts?: Facts;
}

const simulated =
  (...told: readonly Told[]): Fit =>
  async () => {
    const runs = told.map(({ seed, timescale = 30, plateau, rows = 150, path = 'log.jsonl', facts = {} }) => {
      const fitted = simulatedRun(rows, timescale, NOISE, seed, plateau);
      const settings = new Map(Object.entries(facts).map(([key, value]) => [key, { value, from: 'a.yaml' }]));
      return { ...fitted, run: { ...fitted.run, path, config: settings } };
    });
    return Promise.resolve(runs);
  };

const sgd = (learningRate: number, more = {}): Facts => ({ optimizer: 'sgd', learningRate, ...more });
const sized = (parameters: number, timescale: number): Told => ({
  seed: parameters,
  timescale,
  facts: { parameters: parameters * 1e9 },
});
const grouped = (groupSize: number, advantageStd: string, klCoefficient: number): Facts =>
  sgd(0.1, { groupSize, advantageStd, klCoefficient, advantageEstimator: 'grpo' });

const LABELLED: readonly (readonly [about: string, ...files: string[]])[] = [
  ['held-out scores', labelled('X1-lr1e-3_s6'), labelled('F0-none_s4')],
  ['two group sizes of Adam', labelled('F0-none_s0_group_size4'), labelled('F0-none_s0')],
];

const CASES: readonly (readonly [about: string, fit: Fit])[] = [
  ['a pair', logs('examples/healthy-slow-start/trainer_state.json', 'examples/ringing/metrics.jsonl')],
  ['a log given twice', simulated({ seed: 1 }, { seed: 1 }, { seed: 1, path: 'copy.jsonl' })],
  ['too short a run', simulated({ seed: 1 }, { seed: 2, rows: 15 })],
  [
    'seeds of a model told by names',
    simulated(...[1, 2, 3].map((seed) => ({ seed, path: `m_4B/${seed}.log`, facts: sgd(0.1, { seed }) }))),
  ],
  [
    'seeds that are not of one value, of a model that is not told',
    simulated(
      { seed: 1, plateau: 0.7, timescale: 12, facts: sgd(0.1) },
      { seed: 2, plateau: 1, timescale: 40, facts: sgd(0.1) },
    ),
  ],
  ['two rates of SGD', simulated({ seed: 1, facts: sgd(0.1) }, { seed: 2, facts: sgd(0.2) })],
  [
    'another rate and momentum',
    simulated({ seed: 1, facts: sgd(0.1, { beta1: 0.5 }) }, { seed: 2, facts: sgd(0.2, { beta1: 0.9 }) }),
  ],
  ['two sizes', simulated(sized(1, 20), sized(4, 30))],
  ['four sizes', simulated(sized(1, 10), sized(2, 30), sized(4, 14), sized(8, 60))],
  [
    'two group sizes of SGD, whose drift is known',
    simulated({ seed: 1, facts: grouped(4, 'group', 0.1) }, { seed: 2, facts: grouped(16, 'group', 0.1) }),
  ],
  [
    'two group sizes whose drift is not known, one with another rate',
    simulated(
      { seed: 1, facts: { groupSize: 4 } },
      { seed: 2, timescale: 60, facts: { groupSize: 16 } },
      { seed: 3, facts: sgd(0.3, { groupSize: 8 }) },
      { seed: 4, facts: sgd(0.1, { groupSize: 16 }) },
    ),
  ],
  ...LABELLED.filter(([, ...files]) => files.every((file) => existsSync(file))).map(
    ([about, ...files]) => [about, logs(...files)] as const,
  ),
];

describe('a Comparison in Chinese', () => {
  afterEach(() => config({ contents: {} }));

  it.each(CASES)('says of %s what the English one says, in Chinese', async (_, fit) => {
    config({ contents: {} });
    const runs = await fit();
    const inEnglish = wordsOf(runs, compareRuns(runs));
    config({ contents: CHINESE });
    const again = await fit();
    const comparison = compareRuns(again);
    const said = wordsOf(again, comparison);
    const keys = keysOf(comparison);
    expect(said.flatMap((text) => latinOf(text, keys).map((word) => `${word}: ${text}`))).toEqual([]);
    expect(said.map(numbersOf)).toEqual(inEnglish.map(numbersOf));
    expect(inEnglish.join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
