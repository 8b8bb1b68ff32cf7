import { describe, expect, it } from 'vitest';
import { plainTable, readText, valuesOf } from '../../test/reading';

describe('CsvReader', () => {
  it.each<[string, string, Record<string, number[]>, number[]]>([
    ['commas', 'step,reward\n1,0.5\n2,0.6\n', { step: [1, 2], reward: [0.5, 0.6] }, [2, 3]],
    ['no end of the last line', 'step,reward\n1,0.5\n2,0.6', { reward: [0.5, 0.6] }, [2, 3]],
    [
      'CRLF and a byte order mark',
      '\uFEFFstep,reward\r\n1,0.5\r\n2,0.6\r\n',
      { step: [1, 2], reward: [0.5, 0.6] },
      [2, 3],
    ],
    ['semicolons and decimal commas', 'step;reward\n1;0,5\n2;-1,25e-1\n', { reward: [0.5, -0.125] }, [2, 3]],
    ['semicolons and points', 'step;reward\n1;0.5\n2;0.6\n', { reward: [0.5, 0.6] }, [2, 3]],
    ['tabs', 'step\treward\n1\t0.5\n2\t0.6\n', { reward: [0.5, 0.6] }, [2, 3]],
    ['empty cells are absent', 'step,reward,kl\n1,,0.1\n2,0.6,\n', { reward: [0.6], kl: [0.1] }, [2, 3]],
    [
      'words for non-finite values',
      'step,reward\n1,nan\n2,inf\n3,-inf\n4,1\n',
      { reward: [NaN, Infinity, -Infinity, 1] },
      [2, 3, 4, 5],
    ],
    ['quoted cells', '"step","re,ward"\n"1","0.5"\n2,0.6\n', { step: [1, 2], 're,ward': [0.5, 0.6] }, [2, 3]],
    [
      'a quoted line end',
      'step,note,reward\n1,"a\nb, ""c""",0.5\n2,x,0.6\n',
      { step: [1, 2], reward: [0.5, 0.6] },
      [2, 4],
    ],
    ['blank lines', 'step,reward\n\n1,0.5\n\n\n2,0.6\n\n', { reward: [0.5, 0.6] }, [3, 6]],
    ['a trailing delimiter', 'step,reward\n1,0.5,\n2,0.6,\n', { reward: [0.5, 0.6] }, [2, 3]],
    ['spaces around', 'step, reward\n1, 0.5\n2, 0.6\n', { reward: [0.5, 0.6] }, [2, 3]],
    [
      'an index column without a name',
      ',step,reward\n0,1,0.5\n1,2,0.6\n',
      { step: [1, 2], reward: [0.5, 0.6] },
      [2, 3],
    ],
    ['a lone column', 'reward\n0.5\n0.6\n', { reward: [0.5, 0.6] }, [2, 3]],
  ])('%s', async (_, text, expected, lines) => {
    const raw = await readText(text);
    for (const [key, values] of Object.entries(expected))
      expect([key, valuesOf(raw.table, key)]).toEqual([key, values]);
    expect([...(raw.table.lines ?? [])]).toEqual(lines);
    expect(raw).toMatchObject({ malformed: 0, unfinished: false, notes: [] });
  });

  it('unquotes texts', async () => {
    const raw = await readText('arm,step,reward\n"control [KL.001, T1.0]",1,0.5\n"say ""hi""",2,0.6\n');
    expect(raw.table.texts.get('arm')?.values).toEqual(['control [KL.001, T1.0]', 'say "hi"']);
  });

  it('uses the named cells of ragged rows and says how many there were', async () => {
    const raw = await readText('step,reward,kl\n1,0.5\n2,0.6,0.1,9\n3,0.7,0.2\n4,1,0\n5,1,0\n6,1,0\n');
    expect(valuesOf(raw.table, 'reward')).toEqual([0.5, 0.6, 0.7, 1, 1, 1]);
    expect(raw.notes).toEqual([
      '2 rows have more or fewer cells than the header; their named cells were used.',
    ]);
  });

  it('tells a last row that is being written', async () => {
    const raw = await readText('step,reward,kl\n1,0.5,0.1\n2,0.6');
    expect(raw).toMatchObject({ malformed: 1, unfinished: true, table: { rowCount: 1 } });
  });

  it('tells a quoted cell that is being written', async () => {
    const raw = await readText('step,reward,note\n1,0.5,x\n2,0.6,"half a\nsentence');
    expect(raw).toMatchObject({ malformed: 1, unfinished: true, table: { rowCount: 1 } });
  });

  it('does not let a stray quote swallow the rows after it', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i + 3},0.5,x`).join('\n');
    const raw = await readText(`step,reward,note\n1,0.5,x\n2,0.6,"stray\n${rows}\n`);
    expect(raw).toMatchObject({ malformed: 1, unfinished: false, table: { rowCount: 21 } });
    expect(raw.table.lines?.[1]).toBe(4);
  });

  it('gives up a stray quote within bounds, not at the end of a huge file', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i + 3},0.5,x`).join('\n');
    const raw = await readText(`step,reward,note\n1,0.5,x\n2,0.6,"stray\n${rows}\n9,0.5,"fine"\n`);
    expect(raw).toMatchObject({ malformed: 1, table: { rowCount: 60_002 } });
  });

  it('names a format by its delimiter', async () => {
    expect((await readText('a\tb\n1\t2\n')).format).toBe('tsv');
    expect((await readText('a;b\n1;2\n')).format).toBe('csv');
    expect((await readText('step,reward\n1,0.5\n', 'csv')).format).toBe('csv');
  });

  it('gives every row the keys of the header in its order', async () => {
    const raw = await readText('b,a\n1,2\n');
    expect(plainTable(raw.table)).toMatchObject({ cells: ['[0,"a","2"]', '[0,"b","1"]'] });
    expect([...raw.table.numbers.keys()]).toEqual(['b', 'a']);
  });
});
