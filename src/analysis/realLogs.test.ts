import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOneCollapse } from '../../test/oneCollapse';
import { hasShared, shared } from '../../test/shared';
import { LogError } from '../logs/logError';
import { openLog } from '../platform/openLog';
import { renderText } from '../report/renderText';
import { hoverLine } from '../report/sentences';
import { sniffLog } from '../run/sniffLog';
import { analyseRuns } from './analyse';

/** What is no reward log, and what is said of it. */
const NO_LOGS: readonly (readonly [name: RegExp, reason: RegExp])[] = [
  [/^MANIFEST\.csv$/, /no reward column among: rows, group_size_if_known, lr_if_known/],
  [/^labelled\/.+\/args\.json$/, /the JSON holds no list of records or numbers/],
  [/^labelled\/labels\.json$/, /no reward column among: step, heldOut/],
  [/no_history\.wandb$/, /ends after its header: no record was ever written to it/],
];

/** Every file beside the reference logs' folders and in them. */
const FILES: readonly string[] = hasShared
  ? readdirSync(shared('logs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(shared('logs'), path.join(entry.parentPath, entry.name)))
      .sort()
  : [];

const reasonFor = (name: string): RegExp | undefined => NO_LOGS.find(([names]) => names.test(name))?.[1];
const isLog = (name: string): boolean => reasonFor(name) === undefined;

/** Words that only a fault puts into a sentence. */
const FAULTY = /NaN|undefined|null|Infinity|not known| {2}|\.\.|[<>{}]|about about|±0\b/;

describe.skipIf(!hasShared)('the reference logs', () => {
  it.each(FILES.filter(isLog))('%s', async (name) => {
    const source = await openLog(shared('logs', name));
    expect(await sniffLog(source)).not.toBeNull();
    const analyses = await analyseRuns(source, {}, {});
    expect(analyses.length).toBeGreaterThan(0);
    for (const { report, reward } of analyses) {
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      expect(report.findings).toHaveLength(4);
      expectOneCollapse(report);
      for (const sentence of report.interpretation.sentences) {
        expect(sentence).not.toMatch(FAULTY);
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
      expect(hoverLine(report)).toMatch(/^GRPO reward \S+ → \S+ · [^·]+( · [^·]+)?$/);
      expect(hoverLine(report)).not.toMatch(FAULTY);
      const text = renderText(report, { colour: false, width: 80, reward });
      for (const line of text.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it('are told from the files beside them, which are answered with the reason', async () => {
    const others = FILES.filter((name) => !isLog(name));
    expect(others.length).toBeGreaterThan(50);
    for (const name of others) {
      const source = await openLog(shared('logs', name));
      expect([name, await sniffLog(source)]).toEqual([name, null]);
      const error = await analyseRuns(source, {}, {}).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(LogError);
      expect((error as LogError).message).toMatch(reasonFor(name) ?? /^$/);
    }
  });
});
