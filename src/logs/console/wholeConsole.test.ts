import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTable, readInPieces, readText } from '../../../test/reading';

describe('a console as a whole', () => {
  it('prefers what a trainer printed to what looks like it', async () => {
    const raw = await readText(
      "Final reward: 3\n{'loss': 0.1, 'reward': 0.5}\n  Total reward: 4\n",
      'console',
    );
    expect(raw.parts?.map(({ path, table }) => [path[0], table.rowCount])).toEqual([
      ["{'key': value}", 1],
      ['reward: 0.31', 2],
    ]);
    expect(raw.notes).toEqual(["Console lines of the form {'key': value}; 0 other lines hold no record."]);
  });

  it('counts lines that hold no record, and takes none of them for malformed', async () => {
    const raw = await readText("warning: x\n\n{'loss': 0.1, 'reward': 0.5}\nTraceback\n", 'console');
    expect([raw.malformed, raw.notes]).toEqual([
      0,
      ["Console lines of the form {'key': value}; 2 other lines hold no record."],
    ]);
  });

  it('says that the last record is incomplete', async () => {
    const raw = await readText("{'loss': 0.1, 'reward': 0.5}\n{'loss': 0.1, 'rew", 'console');
    expect([raw.table.rowCount, raw.malformed, raw.unfinished]).toEqual([1, 1, true]);
  });

  it('counts rows where a buffered console prints them long after the bar', async () => {
    const bars = Array.from({ length: 30 }, (_, i) => ` 1%|#| ${i}/30 [0:0]\r`).join('');
    const raw = await readText(`${bars}\n${"{'loss': 0.1, 'reward': 0.5}\n".repeat(30)}`, 'console');
    expect([raw.table.rowCount, raw.table.numbers.has('step')]).toEqual([30, false]);
  });

  it('knows the planned steps', async () => {
    const texts = [
      "\r 1%|#| 1/500 [0:0]\r{'loss': 0, 'reward': 1}\n",
      ' 1/50 | reward=1\n',
      'step 1/50 reward: 1\n',
    ];
    const logs = await Promise.all(texts.map((text) => readText(text, 'console')));
    expect(logs.map(({ header }) => header.get('max_steps'))).toEqual([500, 50, 50]);
  });

  it('gives the same table for any split of the bytes', () => {
    const text =
      "\uFEFFé😀 start\r\n\r 1%|#| 1/9 [0:0]\r{'loss': 0.1, 'ключ': 0.5, 'reward': '0.5'}\r\n" +
      "Step 3: \n{'a': '1',\n 'b': '2'}\nstep:4 - critic/score/mean:0.5\nreward: 0.25\n{'loss': 1, 'rew";
    const bytes = new TextEncoder().encode(text);
    const whole = readInPieces('console', bytes, []);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        const pieces = readInPieces('console', bytes, cuts);
        expect(plainTable(pieces.table)).toEqual(plainTable(whole.table));
        expect(pieces.outcome).toEqual(whole.outcome);
      }),
      { numRuns: 200 },
    );
  });
});
