import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PLAIN } from '../hyperparameters';
import { configCalls } from './configCalls';

function calls(source: string): Record<string, unknown> {
  return Object.fromEntries(configCalls(source).map(({ name, value }) => [name, value]));
}

describe('configCalls', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      'literals of every kind, with comments between',
      `args = GRPOConfig( # the run
  learning_rate = 5e-6,   # usual
  num_generations=8, beta = 0.04,
  optim = "adamw_8bit", use_vllm = True, epsilon_high=None,
  min_p = -1, max_steps=1_000, x=.5)`,
      {
        learning_rate: 5e-6,
        num_generations: 8,
        beta: 0.04,
        optim: 'adamw_8bit',
        use_vllm: true,
        epsilon_high: null,
        min_p: -1,
        max_steps: 1000,
        x: 0.5,
      },
    ],
    [
      'expressions, which are never worked out',
      'trl.GRPOConfig(num_generations=G, beta=0.1*2, a=f"{x}", b=int("3"), c="x" "y", d=[1, 2], e=lambda: 3)',
      Object.fromEntries(['num_generations', 'beta', 'a', 'b', 'c', 'd', 'e'].map((key) => [key, NOT_PLAIN])),
    ],
    ['brackets and commas inside of strings', 'GRPOConfig(a="(,)", b=3)', { a: '(,)', b: 3 }],
    ['a positional argument', 'GRPOConfig("out", beta=1)', { beta: 1 }],
    ['a subclass of another name', 'UnslothGRPOConfig(beta=1)', { beta: 1 }],
    ['arguments from elsewhere', 'GRPOConfig(**common, beta=1)', {}],
    ['a call that is not closed', 'GRPOConfig(beta=1', {}],
    [
      'a class, a comment, a text',
      '# GRPOConfig(beta=1)\nclass GRPOConfig: ...\nx = "GRPOConfig(beta=2)"',
      {},
    ],
    ['another class', 'SFTConfig(beta=1)', {}],
  ])('reads %s', (_, source, expected) => {
    expect(calls(source)).toEqual(expected);
  });

  it('takes any text', () => {
    const piece = fc.constantFrom(
      'GRPOConfig',
      '(',
      ')',
      ',',
      '=',
      '"',
      "'",
      '"""',
      '\\',
      '\n',
      '#',
      '1e',
      '**',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { value } of configCalls(pieces.join('')))
          expect(['number', 'string', 'boolean', 'object']).toContain(typeof value);
      }),
      { numRuns: 200 },
    );
  });
});
