import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../logs/byteSource';
import { HEAD_BYTES, SNIFFED_BYTES } from '../logs/limits';
import { MemorySource } from '../logs/memorySource';
import { sniffLog } from './sniffLog';

const INSTALL = 'Requirement already satisfied: torch in /usr/lib/python3/site-packages (2.6.0)\n';
const PROSE = 'Rewards, they say, are given, and 3 of them, or 4, are kept.\n';
const rows = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `step:${i + 1} - critic/score/mean:0.${i + 100} - actor/lr:1e-06\n`,
  ).join('');
const jsonRows = (count: number): string =>
  Array.from({ length: count }, (_, i) => `{"step": ${i}, "reward": 0.${i + 100}, "kl": 0.01}\n`).join('');

const notebook = (before: string): string =>
  JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        source: ['!pip install trl'],
        outputs: [{ output_type: 'stream', text: [before] }],
      },
      {
        cell_type: 'code',
        source: ['trainer.train()'],
        outputs: [
          {
            output_type: 'stream',
            text: [1, 2, 3, 4].map((i) => `{'loss': 0.1, 'reward': 0.${i}, 'kl': 0.02, 'epoch': 0.0${i}}\n`),
          },
        ],
      },
    ],
    nbformat: 4,
    nbformat_minor: 5,
  });

/** Counts the bytes that are read. */
function counted(text: string): { readonly source: ByteSource; bytesRead(): number } {
  const inner = new MemorySource('log', text);
  let bytes = 0;
  const source: ByteSource = {
    path: 'log',
    stat: () => inner.stat(),
    read: async (offset, length) => {
      const chunk = await inner.read(offset, length);
      bytes += chunk.length;
      return chunk;
    },
  };
  return { source, bytesRead: () => bytes };
}

describe('sniffLog', () => {
  it.each<[string, string, string | null]>([
    ['a console that installs for long', INSTALL.repeat(4000) + rows(50), 'critic/score/mean'],
    [
      'one that says much afterwards',
      INSTALL.repeat(3000) + rows(6000) + PROSE.repeat(2000),
      'critic/score/mean',
    ],
    [
      'one whose lines end in a lone \\r',
      (INSTALL.repeat(4000) + rows(50)).replaceAll('\n', '\r'),
      'critic/score/mean',
    ],
    [
      'JSON Lines after a long configuration',
      `{"config": "${'x'.repeat(100_000)}"}\n${jsonRows(50)}`,
      'reward',
    ],
    ['a notebook that installs for long', notebook(INSTALL.repeat(3000)), 'reward'],
    [
      'a console whose rows are far apart',
      `${rows(6)
        .split('\n')
        .join(`\n${INSTALL.repeat(2500)}`)}${INSTALL}`,
      'critic/score/mean',
    ],
    ['long prose', PROSE.repeat(10_000), null],
    ['long output of an installation', INSTALL.repeat(10_000), null],
    ['a long notebook without rewards', notebook(INSTALL.repeat(3000)).replaceAll('reward', 'regard'), null],
  ])('%s', async (_, text, rewardKey) => {
    expect((await sniffLog(new MemorySource('log', text)))?.rewardKey ?? null).toBe(rewardKey);
  });

  it('reads a bounded part of a file, however long', async () => {
    const text = counted(PROSE.repeat(200_000));
    await sniffLog(text.source);
    expect(text.bytesRead()).toBeLessThanOrEqual(5 * HEAD_BYTES + SNIFFED_BYTES);
    const document = counted(notebook(INSTALL.repeat(60_000)));
    expect(await sniffLog(document.source)).toBeNull();
    expect(document.bytesRead()).toBeLessThan(2 * SNIFFED_BYTES);
  });
});
