import { fitRuns } from '../../../src/analysis/fitRuns';
import { compareRuns } from '../../../src/compare/compareRuns';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { lawSentences } from '../../../src/compare/lawSentences';
import { nodeConfigPort } from '../../../src/platform/nodeConfigPort';
import { openLog } from '../../../src/platform/openLog';
import { shared } from '../../shared';

/** Reference logs that differ in G alone (one GRPO trainer, 8 prompts a batch), and two sizes of one model family. */
const PAIRS = [
  ['labelled/F0-none_s0_group_size4/log.jsonl', 'labelled/F0-none_s0/log.jsonl'],
  ['labelled/F0-none_s0/log.jsonl', 'labelled/F0-none_s0_group_size16/log.jsonl'],
  ['labelled/F0-none_s0/log.jsonl', 'labelled/F0-none_s0_group_size32/log.jsonl'],
  ['labelled/F0-none_s0_group_size4/log.jsonl', 'labelled/F0-none_s0_group_size32/log.jsonl'],
  [
    'custom-text/arvindcr4__tinker-rl-lab__gsm8k_4B_s137.log',
    'custom-text/arvindcr4__tinker-rl-lab__gsm8k_8B_rank64.log',
  ],
] as const;

/**
 * What `compare` says of pairs of reference logs, as found.
 *
 * @returns one paragraph a pair, in Markdown
 */
export async function realPairs(): Promise<string[]> {
  const paragraphs: string[] = [];
  for (const pair of PAIRS) {
    const runs: FittedRun[] = [];
    for (const name of pair) {
      const file = shared('logs', name);
      runs.push(...(await fitRuns(await openLog(file), {}, { config: nodeConfigPort(file) })));
    }
    const comparison = compareRuns(runs);
    const caveats = new Set(comparison.groupSize.flatMap((one) => one.caveats));
    const said = lawSentences(comparison).filter((sentence) => !caveats.has(sentence));
    const sentences = [...comparison.pairs.flatMap((one) => one.sentences), ...said];
    paragraphs.push(
      `A \`${pair[0]}\`, B \`${pair[1]}\`:\n${sentences.map((text) => `- ${text}`).join('\n')}`,
    );
  }
  return paragraphs;
}
