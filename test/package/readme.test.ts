import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readmeWithOutput } from '../../scripts/readmeOutput';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('shows what the command line prints', () => {
    expect(readme, 'npm run readme renews it').toBe(readmeWithOutput(readme));
  });

  it('names only files that exist', () => {
    const local = [...readme.matchAll(/(?:\]\(|src="|srcset=")([^)":#]+)[)"]/g)].map((match) => match[1]);
    expect(local.length).toBeGreaterThan(2);
    expect(local.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('begins with the two commands', () => {
    expect(readme).toMatch(/^# GRPO Dynamics\n\n```\nnpm start .*\nnpm test .*\n```/);
  });
});
