import { config } from '@vscode/l10n';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis';
import { analyseRuns } from '../../src/analysis/analyse';
import { openLog } from '../../src/platform/openLog';
import { orderFindings, findingsSentence } from '../../src/report/findingsInWords';
import { evidenceText } from '../../src/report/findingLines';
import { fitRows } from '../../src/report/fitRows';
import { noteInWords } from '../../src/report/noteInWords';
import { numberRows } from '../../src/report/numberRows';
import type { Report } from '../../src/report/report';
import { hoverLine } from '../../src/report/sentences';
import { shared } from '../shared';

const CHINESE = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

/** Names that are written the same in Chinese, settings and keys in code form, symbols. */
const KEPT =
  /--?[\w-]+|[\w.]*[_/][\w/.…-]*|[\w-]+\.json\w*|\b(?:GRPO|KL|Adam|SGD|sgd|BIC|TRL|verl|slime|trainer|JSON|YAML|NaN|transformers|Trainer|beta1|k|k_thr|G|H|R|e|a|b|sse|r2|bic|bicAr|n|noiseCeiling|tinker|cookbook|MB|KB|2G|learningRate|groupSize|refreshInterval|optimizer|asyncLag|[a-z]?\d[\d.,]*(?:e-?\d+)?)\b/g;

/** Everything a person reads of a Report. */
function wordsOf(report: Report): string[] {
  const { interpretation, findings, notes, segment, forecast } = report;
  return [
    ...interpretation.sentences,
    hoverLine(report),
    findingsSentence(findings),
    segment.why,
    forecast?.because ?? '',
    ...notes.map(noteInWords),
    ...numberRows(report).map((row) => row.join(' ')),
    ...fitRows(report).flatMap((row) => row.map(({ text }) => text)),
    ...orderFindings(findings).flatMap(({ summary, evidence, advice, outlook }) => [
      summary,
      ...evidence.map(evidenceText),
      ...advice,
      outlook ?? '',
    ]),
  ];
}

/** Numbers with their signs and units left out, sorted. */
function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*(?:e-?\d+)?/g) ?? []).sort();
}

/** Latin words that are neither names nor keys of the log. */
function latinOf(text: string, { metrics, findings, source }: Report): string[] {
  const keys = [
    ...Object.values(metrics),
    ...source.rewardColumns,
    ...findings.flatMap(({ evidence }) => evidence.map(({ metric }) => metric)),
  ];
  const bare = keys.sort((a, b) => b.length - a.length).reduce((rest, key) => rest.replaceAll(key, ''), text);
  return bare.replace(KEPT, '').match(/[A-Za-z]{2,}/g) ?? [];
}

async function bothOf(file: string, until: number | undefined): Promise<readonly [Analysis, Analysis]> {
  const options = until === undefined ? {} : { until };
  config({ contents: {} });
  const [english] = await analyseRuns(await openLog(file), options, {});
  config({ contents: CHINESE });
  const [chinese] = await analyseRuns(await openLog(file), options, {});
  return [english, chinese];
}

const LOGS: readonly (readonly [file: string, until?: number])[] = [
  ['examples/healthy-slow-start/trainer_state.json'],
  ['examples/healthy-slow-start/trainer_state.json', 10],
  ['examples/ringing/metrics.jsonl'],
  ['examples/degenerate-groups/metrics.csv'],
  ['examples/hacked-proxy/metrics.jsonl'],
  ...[
    'F0-none_s2',
    'F0-none_s4',
    'F3-mu8_hot_s2',
    'F3-mu8_hot_s0',
    'X1-lr1e-3_s6',
    'X2-lr4e-3_s0',
    'X5-mu16_lr_s8',
  ].map((name) => [shared('logs', 'labelled', name, 'log.jsonl')] as const),
];

describe('a Report in Chinese', () => {
  afterEach(() => config({ contents: {} }));

  it.each(LOGS.filter(([file]) => existsSync(file)).map(([file, until]) => [file, until] as const))(
    'says of %s (up to %s) what the English one says, in Chinese',
    async (file, until) => {
      const [english, chinese] = await bothOf(file, until);
      const said = wordsOf(chinese.report);
      expect(said.flatMap((text) => latinOf(text, chinese.report).map((word) => `${word}: ${text}`))).toEqual(
        [],
      );
      config({ contents: {} });
      const inEnglish = wordsOf(english.report);
      expect(said.map(numbersOf)).toEqual(inEnglish.map(numbersOf));
      expect(inEnglish.join('')).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );
});
