import { config } from '@vscode/l10n';
import { existsSync } from 'node:fs';
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
import { CHINESE, latinOf, numbersOf } from '../chineseWords';
import { shared } from '../shared';

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

/** What a Report says in words of the log. */
function keysOf({ metrics, findings, source }: Report): string[] {
  return [
    ...Object.values(metrics),
    ...source.rewardColumns,
    ...findings.flatMap(({ evidence }) => evidence.map(({ metric }) => metric)),
  ];
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
      expect(
        said.flatMap((text) => latinOf(text, keysOf(chinese.report)).map((word) => `${word}: ${text}`)),
      ).toEqual([]);
      config({ contents: {} });
      const inEnglish = wordsOf(english.report);
      expect(said.map(numbersOf)).toEqual(inEnglish.map(numbersOf));
      expect(inEnglish.join('')).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );
});
