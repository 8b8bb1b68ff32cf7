import { expect, it } from 'vitest';
import { expectOneCollapse } from '../../test/oneCollapse';
import { catalogue } from '../bandit/scenarios/catalogue';
import { scenarioLog } from '../bandit/scenarios/scenarioLog';
import { trainScenario } from '../bandit/scenarios/truth';
import { MemorySource } from '../logs/memorySource';
import { analyse } from './analyse';

// One run of every shape, healthy ones too; the reference logs are checked in realLogs.test.ts, all seeds by the bench.
it.each([...catalogue('tuning', 1)].map((scenario) => [scenario.id, scenario] as const))(
  'a collapse is judged once in %s',
  async (_id, scenario) => {
    const reports = await analyse(new MemorySource('log.jsonl', scenarioLog(trainScenario(scenario))), {});
    expect(reports).toHaveLength(1);
    reports.forEach(expectOneCollapse);
  },
);

it.each([
  ['to a floor, on few rows', [0.4, 0.5, 0.45, 0.6, 0.5, 0.55, 0.6, 0.5, 0.6, 0.62, 0.58, 0, 0, 0, 0, 0], 12],
  ['of a level, with nothing that tells more', [...rows(30, 0.6), ...rows(60, -5)], 31],
])('a fall %s is one everywhere', async (_name, values, step) => {
  const text = values.map((reward, i) => `${JSON.stringify({ step: i + 1, reward })}\n`).join('');
  const [report] = await analyse(new MemorySource('log.jsonl', text), {});
  expectOneCollapse(report);
  expect(report.interpretation.state).toBe('collapsed');
  expect(report.findings[3].step).toBe(step);
});

/** Rows about a level. */
function rows(n: number, level: number): number[] {
  return Array.from({ length: n }, (_, i) => level + 0.05 * Math.sin(12.9 * i * i));
}
