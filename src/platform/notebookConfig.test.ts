import { describe, expect, it } from 'vitest';
import { jsonl } from '../../test/reading';
import { hasShared, shared } from '../../test/shared';
import { analyseRuns } from '../analysis/analyse';
import { MemorySource } from '../logs/memorySource';
import type { Report } from '../report/report';
import { memoryConfigPort } from './memoryConfigPort';
import { openLog } from './openLog';

const PRINTED = [1, 2, 3]
  .map((step) => `{'loss': 0.0, 'reward': 0.${step}, 'frac_reward_zero_std': 0.1, 'epoch': 0.1}\n`)
  .join('');

function cell(type: 'code' | 'markdown', source: string, printed = ''): object {
  const outputs = printed === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: printed }];
  return { cell_type: type, metadata: {}, outputs, source: source.split(/(?<=\n)/) };
}

async function reportOf(...cells: readonly object[]): Promise<Report> {
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
  const [{ report }] = await analyseRuns(new MemorySource('/runs/train.ipynb', text), {}, {});
  return report;
}

describe('the configuration in the code of a notebook', () => {
  it('is read where it is plain, each value with its line', async () => {
    const source =
      'GRPOConfig(\n  num_generations=8,\n  num_iterations=2,\n  steps_per_generation=1,\n  hub_token="hf_x")';
    const { config } = await reportOf(cell('code', source), cell('code', 'trainer.train()', PRINTED));
    expect(config['groupSize']).toMatchObject({ value: 8, from: 'train.ipynb:9 num_generations' });
    expect(config['refreshInterval'].value).toBe(2);
    expect(config['refreshInterval'].from).toMatch(/^train\.ipynb:10 num_iterations × steps_per_generation/);
    expect(JSON.stringify(config)).not.toContain('hf_x');
  });

  it('is not made up: an expression is no default, two calls that differ say nothing, prose sets nothing', async () => {
    const computed = await reportOf(
      cell('code', 'GRPOConfig(num_generations=8, num_iterations=MU)', PRINTED),
    );
    expect(computed.config['refreshInterval']).toBeUndefined();
    const two = await reportOf(
      cell(
        'code',
        'GRPOConfig(num_generations=8, beta=0.1)\nGRPOConfig(num_generations=16, beta=0.1)',
        PRINTED,
      ),
    );
    expect(two.config['groupSize']).toBeUndefined();
    expect(two.config['klCoefficient'].value).toBe(0.1);
    const prose = await reportOf(
      cell('markdown', 'GRPOConfig(num_generations=8)'),
      cell('code', '', PRINTED),
    );
    expect(prose.config['groupSize']).toBeUndefined();
  });

  it.skipIf(!hasShared)('is read from a real one', async () => {
    const source = await openLog(shared('logs', 'ipynb', 'datawhalechina__self-llm__phi4.ipynb'));
    const [{ report }] = await analyseRuns(source, {}, {});
    const values = Object.fromEntries(
      Object.entries(report.config).map(([name, { value }]) => [name, value]),
    );
    expect(values).toMatchObject({
      groupSize: 6,
      learningRate: 5e-6,
      beta1: 0.9,
      klCoefficient: 0.1,
      clipEpsilon: 0.1,
      warmupRatio: 0.1,
      learningRateSchedule: 'cosine',
    });
    expect(report.config['groupSize'].from).toMatch(
      /^datawhalechina__self-llm__phi4\.ipynb:\d+ num_generations$/,
    );
  });
});

describe('the configuration in a model card', () => {
  const log = jsonl([1, 2, 3].map((step) => ({ step, reward: 1, frac_reward_zero_std: 0, epoch: 1 })));
  const yaml = '```yaml\nbase_model: Qwen/Qwen2.5-3B\nrl: grpo\ntrl:\n  num_generations: 12\n```\n';

  it.each<[string, string, string | undefined]>([
    ['axolotl’s', `# A model\n\naxolotl version: \`0.9.0\`\n${yaml}`, 'README.md:8 trl.num_generations'],
    ['anybody’s, where YAML is an example', `# A model\n${yaml}`, undefined],
  ])('is read of %s', async (_, card, from) => {
    const files = new Map([['README.md', new TextEncoder().encode(card)]]);
    const hooks = { config: memoryConfigPort(files) };
    const [{ report }] = await analyseRuns(new MemorySource('log.jsonl', log), {}, hooks);
    expect(new Map(Object.entries(report.config)).get('groupSize')?.from).toBe(from);
    expect(report.notes.join(' ')).not.toContain('README');
  });
});
