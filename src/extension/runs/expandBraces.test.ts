import { describe, expect, it } from 'vitest';
import { expandBraces } from './expandBraces';

describe('expandBraces', () => {
  it.each([
    ['**/node_modules', ['**/node_modules']],
    ['**/*.{a,b}', ['**/*.a', '**/*.b']],
    ['{x,y}/{1,2}', ['x/1', 'x/2', 'y/1', 'y/2']],
    ['{a,{b,c}}', ['a', 'b', 'c']],
    ['**/{out', ['**/{out']],
  ])('%s → %j', (glob, expected) => {
    expect([...expandBraces(glob)].sort()).toEqual(expected);
  });
});
