import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readmeWithOutput } from '../../scripts/readmeOutput';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('shows what the command line prints', () => {
    expect(readme, 'npm run readme renews it').toBe(readmeWithOutput(readme));
  });

  it('begins with the two commands', () => {
    expect(readme).toMatch(/^# GRPO Dynamics\n\n```\nnpm start .*\nnpm test .*\n```/);
  });
});
