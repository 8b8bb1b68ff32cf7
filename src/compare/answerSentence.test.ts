import { describe, expect, it } from 'vitest';
import { simulatedRun } from '../../test/bench/compare/simulatedRun';
import { answerSentence } from './answerSentence';
import { comparisonMarkdown } from './comparisonMarkdown';
import { comparisonSvg } from './comparisonSvg';
import { compareRuns } from './compareRuns';
import { overlayOf } from './overlayOf';
import { pText } from './pText';

const NOISE = { name: 'ρ .5', coefficients: [0.5], sampling: 0 };
const A = simulatedRun(200, 40, NOISE, 12);
const SAME = simulatedRun(200, 40, NOISE, 17);
const HIGHER = simulatedRun(200, 40, NOISE, 13, 1);

describe('answerSentence', () => {
  it('is the pair’s own first sentence where there is one pair', () => {
    const comparison = compareRuns([A, HIGHER]);
    expect(answerSentence(comparison)).toBe(comparison.pairs[0].sentences[0]);
    expect(answerSentence(comparison)).toMatch(/^B's (?:plateau|last tenth) is .* above A's/);
  });

  it('says how small a change it could have shown where nothing differs', () => {
    expect(answerSentence(compareRuns([A, SAME]))).toMatch(
      /^No detectable difference; .* of the plateau of 0\.\d+ or more/,
    );
  });

  it('counts the pairs that differ and names the surest', () => {
    expect(answerSentence(compareRuns([A, SAME, HIGHER]))).toMatch(
      /^2 of 3 pairs differ\. The surest: C's (?:plateau|last tenth)/,
    );
  });

  it('is of a held-out score where only that differs', () => {
    const withScore = (fitted: typeof A, score: typeof A): typeof A => ({
      ...fitted,
      run: { ...fitted.run, evaluations: new Map([['eval/math', score.run.reward]]) },
    });
    const third = simulatedRun(200, 40, NOISE, 19);
    const runs = [withScore(A, A), withScore(SAME, HIGHER), third];
    expect(answerSentence(compareRuns(runs.slice(0, 2)))).toMatch(
      /^Held out, eval\/math: B's last tenth is .* above/,
    );
    expect(answerSentence(compareRuns(runs))).toMatch(
      /^1 of 3 pairs differ\. The surest: Held out, eval\/math/,
    );
  });

  it('puts the surest difference first', () => {
    const [{ constants, end, sentences }] = compareRuns([A, HIGHER]).pairs;
    const given = [...Object.values(constants), end].flatMap((answer) =>
      'because' in answer ? [] : [answer.pHolm],
    );
    expect(sentences[0]).toContain(`p ${pText(Math.min(...given))} with all questions counted`);
  });

  it('says that nothing can be said, and why, where no pair could be assessed', () => {
    const short = [41, 42, 43].map((seed) => simulatedRun(4, 40, NOISE, seed));
    expect(answerSentence(compareRuns(short))).toMatch(
      /^Nothing can be said of these runs: A: too few independent rows to know its noise/,
    );
    expect(answerSentence(compareRuns([A, A, A]))).toBe(
      'Nothing can be said of these runs: all are one log.',
    );
  });

  it('counts no copies, and tells the pairs that could not be assessed', () => {
    const short = simulatedRun(4, 40, NOISE, 41);
    expect(answerSentence(compareRuns([A, HIGHER, A, short]))).toMatch(
      /^B's .* 2 of 3 pairs could not be assessed\.$/,
    );
    expect(answerSentence(compareRuns([A, SAME, A, HIGHER]))).toMatch(/^2 of 3 pairs differ\./);
  });

  it('speaks of the sharpest pair where none of several differs', () => {
    const third = simulatedRun(200, 40, NOISE, 19);
    expect(answerSentence(compareRuns([A, SAME, third]))).toMatch(
      /^No detectable difference in any of 3 pairs; the sharpest/,
    );
  });
});

describe('what is taken away of a comparison', () => {
  const comparison = compareRuns([A, HIGHER]);
  const names = ['<a> & b', 'plain'];

  it('is Markdown with the answer first, and names as literal text', () => {
    const text = comparisonMarkdown(comparison, names);
    expect(text).toMatch(/^# Comparison of two runs\n\n\*\*B's (?:plateau|last tenth)/);
    expect(text).toContain('\\<a\\> \\& b');
    expect(text).toMatch(/\| plateau \| \+0\.\d+ \| 0\.\d+ to 0\.\d+ \|/);
  });

  it('is a picture with a curve, a band and a name for each run', () => {
    const overlay = [A, HIGHER].map((run) => overlayOf(run, comparison.curve));
    const picture = comparisonSvg(comparison, overlay, names);
    expect(picture).toContain('A  &lt;a&gt; &amp; b');
    expect(picture.match(/fill-opacity=".18"/g)).toHaveLength(2);
    expect(picture).not.toMatch(/NaN|undefined/);
  });
});
