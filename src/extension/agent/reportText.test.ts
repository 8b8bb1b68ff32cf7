import { describe, expect, it } from 'vitest';
import type { Report } from '../../report/report';
import { reportText } from './reportText';
import { readToolInput } from './toolInput';

function report(run: string | null): Report {
  return { source: { run }, interpretation: { sentences: [`Rising (${run ?? ''}).`] } } as unknown as Report;
}

describe('reportText', () => {
  it('says the first sentence, then the Report as JSON', () => {
    const [sentence, , json] = reportText([report(null)]).split('\n');
    expect(sentence).toBe('The run: Rising ().');
    expect(JSON.parse(json)).toEqual(report(null));
  });

  it('gives an array for several runs, and the one that is asked for', () => {
    const runs = [report('a'), report('b')] as [Report, Report];
    expect(JSON.parse(reportText(runs).split('\n\n')[1])).toEqual(runs);
    expect(JSON.parse(reportText(runs, 'b').split('\n\n')[1])).toEqual(runs[1]);
  });

  it('leaves out what would be too much, and says which there are', () => {
    const runs = Array.from({ length: 9 }, (_, i) => report(`r${i}`)) as [Report, ...Report[]];
    const [words, json] = reportText(runs).split('\n\n');
    expect(JSON.parse(json)).toHaveLength(4);
    expect(words).toMatch(/4 of 9 runs.*r8/);
  });

  it('names the runs there are where one is not', () => {
    expect(() => reportText([report('a')], 'z')).toThrow(/z; there are: a/);
  });
});

describe('readToolInput', () => {
  it.each([
    [{ filePath: 'a.jsonl' }, true],
    [{ filePath: 'a.jsonl', run: 'b' }, true],
    [{ filePath: '' }, false],
    [{ filePath: 3 }, false],
    [{ filePath: 'a', run: {} }, false],
    [null, false],
  ])('%j → %s', (value, isInput) => {
    expect(readToolInput(value) !== null).toBe(isInput);
  });
});
