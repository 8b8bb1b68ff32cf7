import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOneCollapse } from '../../test/oneCollapse';
import { hasShared, shared } from '../../test/shared';
import { NodeFileSource } from '../platform/nodeFileSource';
import { renderText } from '../report/renderText';
import { hoverLine } from '../report/sentences';
import { analyseRuns } from './analyse';

const FOLDERS = ['trl-trainer_state', 'custom-jsonl', 'tinker', 'open-instruct', 'verl-csv', 'labelled'];

/** Every trainer_state, JSONL and CSV among the reference logs. */
function referenceLogs(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(shared('logs', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(jsonl|csv)$|trainer_state|ckpt/.test(name) || folder === 'trl-trainer_state')
      .map((name) => path.join(folder, name)),
  ).sort();
}

/** Words that only a fault puts into a sentence. */
const FAULTY = /NaN|undefined|null|Infinity|not known| {2}|\.\.|[<>{}]|about about|±0\b/;

describe.skipIf(!hasShared)('the reference logs', () => {
  it.each(hasShared ? referenceLogs() : [])('%s', async (name) => {
    const analyses = await analyseRuns(new NodeFileSource(shared('logs', name)), {}, {});
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
});
