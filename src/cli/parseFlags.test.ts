import { describe, expect, it } from 'vitest';
import { failOn, FIT_FLAGS, fitOptions } from './fitFlags';
import { nearestName } from './nearestName';
import { parseFlags } from './parseFlags';
import { wantsColour } from './terminal';
import { UsageError } from './usageError';

const parse = (line: string) => parseFlags(line.split(' ').filter(Boolean), FIT_FLAGS);

describe('parseFlags', () => {
  it.each([
    ['a b --json', ['a', 'b'], {}],
    ['--metric reward/mean a', ['a'], { metric: 'reward/mean' }],
    ['--metric=reward/mean a', ['a'], { metric: 'reward/mean' }],
    ['--metric=-x a', ['a'], { metric: '-x' }],
    ['a --until 1e3', ['a'], { until: 1000 }],
    ['a --until -5', ['a'], { until: -5 }],
    ['a --beta1 0 --async-lag=.5', ['a'], { beta1: 0, asyncLag: 0.5 }],
    ['--group-size 4 --group-size 8 a', ['a'], { groupSize: 8 }],
    [
      '--optimizer sgd --step-unit rollout --refresh-interval 4 --learning-rate 1e-6 --run x --step t --format csv',
      [],
      {
        optimizer: 'sgd',
        stepUnit: 'rollout',
        refreshInterval: 4,
        learningRate: 1e-6,
        run: 'x',
        step: 't',
        format: 'csv',
      },
    ],
    ['-- --json', ['--json'], {}],
  ])('%s', (line, positionals, options) => {
    const parsed = parse(line);
    expect(parsed.positionals).toEqual(positionals);
    expect(fitOptions(parsed.flags)).toEqual(options);
  });

  it.each([
    ['--jsno', /unknown flag --jsno; did you mean --json/],
    ['--colour', /unknown flag --colour; --help lists/],
    ['-x', /unknown flag -x/],
    ['--metric', /--metric needs a value; write --metric KEY/],
    ['--metric=', /--metric needs a value/],
    ['--metric --json', /--metric needs a value; .*--metric=--json/],
    ['--until ten', /--until needs a number, got "ten"/],
    ['--until NaN', /--until needs a number/],
    ['--until Infinity', /--until needs a number/],
    ['--beta1 1', /--beta1 1 is out of range; it must be at least 0 and below 1/],
    ['--refresh-interval 1.5', /a whole number from 1/],
    ['--learning-rate 0', /above 0/],
    ['--async-lag -1', /0 or more/],
    ['--format xml', /none of its values; it takes trainer_state, jsonl/],
    ['--fail-on info', /it takes error, warning, never/],
    ['--json=1', /--json takes no value/],
  ])('%s is a usage error that says how to mend it', (line, message) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(message);
  });

  it('fails never unless asked', () => {
    expect(failOn(parse('a').flags)).toBe('never');
    expect(failOn(parse('a --fail-on=warning').flags)).toBe('warning');
  });
});

describe('nearestName', () => {
  it.each([
    ['jsn', 'json'],
    ['JSON', null],
    ['metrc', 'metric'],
    ['x', null],
    ['', null],
  ])('%s → %s', (typed, expected) => {
    expect(nearestName(typed, ['json', 'metric', 'optimizer'])).toBe(expected);
  });
});

describe('wantsColour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal: %s → %s', (env, isTTY, expected) => {
    expect(wantsColour(env, isTTY)).toBe(expected);
  });
});
