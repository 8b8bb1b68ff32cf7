import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTable, readInPieces, readText, runOf, runsOf } from '../../../test/reading';

interface Output {
  readonly output_type: string;
  readonly [key: string]: unknown;
}

const stream = (text: string | readonly string[]): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text,
});
const drawn = (html: string): Output => ({
  output_type: 'display_data',
  data: { 'text/html': html.split(/(?<=\n)/), 'text/plain': ['<IPython.core.display.HTML object>'] },
});
function notebook(...cells: readonly (readonly Output[])[]): string {
  const all = cells.map((outputs, i) => ({
    cell_type: 'code',
    execution_count: i,
    metadata: {},
    outputs,
    source: ["print('reward: 5')\n", "{'loss': 0.1, 'reward': 9}"],
  }));
  return JSON.stringify({ cells: all, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
const TABLE = `<div>\n<progress value='2'></progress>
<table border="1" class="dataframe">\n<thead>\n<tr style="text-align: left;">
<th>Step</th>\n<th>Training Loss</th>\n<th>reward</th>\n<th>rewards / f&lt;x&gt; / mean</th>\n</tr>\n</thead>\n<tbody>
<tr>\n<td>1</td>\n<td>0.000000</td>\n<td>0.500000</td>\n<td>No Log</td>\n</tr>
<tr>\n<td>2</td>\n<td>nan</td>\n<td>0.750000</td>\n<td>0.25</td>\n</tr>\n</tbody>\n</table><p></div>`;

describe('NotebookReader', () => {
  it("reads the Trainer's table, with the lines of the notebook", async () => {
    const text = notebook([stream('reward is great\n')], [drawn(TABLE)]);
    const run = await runOf(text);
    expect(run.format).toBe('ipynb');
    expect([...run.reward.steps]).toEqual([1, 2]);
    expect([...run.reward.values]).toEqual([0.5, 0.75]);
    expect([...run.metrics]).toContainEqual(['rewards.f<x>', 'rewards/f<x>/mean']);
    expect(run.stepUnit.value).toBe('update');
    const lines = text.split('\n');
    for (const line of run.reward.lines ?? []) expect(lines[line - 1]).toContain('<tr>');
  });

  it('reads what a cell printed, over chunks of output', async () => {
    const run = await runOf(
      notebook([
        stream(['step:1 - critic/score/mean:0.5\n', 'step:2 - critic/sc']),
        stream(['ore/mean:0.75\n']),
      ]),
    );
    expect([...run.reward.values]).toEqual([0.5, 0.75]);
  });

  it('takes every cell with a curve for a run', async () => {
    const log = stream('step:1 - critic/score/mean:0.5\nstep:2 - critic/score/mean:0.75\n');
    const other = stream('step:1 - critic/score/mean:0\nstep:2 - critic/score/mean:1\n');
    const runs = await runsOf(notebook([log], [stream('reward: 1\n')], [other]));
    expect(runs.map(({ name }) => name)).toEqual(['cell 1', 'cell 3']);
  });

  it('uses the cells before a cut', async () => {
    const raw = await readText(notebook([drawn(TABLE)]).slice(0, -40));
    expect([raw.table.rowCount, raw.unfinished]).toEqual([2, true]);
  });

  it('gives the same table for any split of the bytes', () => {
    const bytes = new TextEncoder().encode(notebook([stream('é😀 reward: 1\nreward: 2')], [drawn(TABLE)]));
    const whole = plainTable(readInPieces('ipynb', bytes, []).table);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), (cuts) => {
        expect(plainTable(readInPieces('ipynb', bytes, cuts).table)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});
