import { describe, expect, it } from 'vitest';
import { excludeGlob } from './excludeGlob';

describe('excludeGlob', () => {
  it('leaves out folders of packages whatever the settings', () => {
    expect(excludeGlob([], undefined)).toContain('**/node_modules/**');
    expect(excludeGlob([], null)).toBe(excludeGlob([], {}));
  });

  it('takes what search.exclude switches on, and only that', () => {
    const glob = excludeGlob([], { '**/old': true, '**/kept': false, '**/*.js': { when: '$(basename).ts' } });
    expect(glob).toContain(',**/old}');
    expect(glob).not.toMatch(/kept|\.js/);
  });

  it('holds no braces inside its braces', () => {
    const glob = excludeGlob(['**/{out,dist}/**'], { '**/{a,b}/**': true }).slice(1, -1);
    expect(glob).not.toMatch(/[{}]/);
    expect(glob.split(',')).toEqual(expect.arrayContaining(['**/a/**', '**/b/**', '**/dist/**']));
  });
});
