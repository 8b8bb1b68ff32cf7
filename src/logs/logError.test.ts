import { expect, it } from 'vitest';
import { LogError } from './logError';

it('stays on one line whatever a key holds', () => {
  const { message, reason } = new LogError({
    kind: 'no-reward',
    path: 'a.log',
    line: 3,
    reason: 'no reward column among: a\rb\u001b[2J, c\n',
    remedy: 'name it',
  });
  expect(reason).toBe('no reward column among: a b [2J, c ');
  expect(message).toBe(`a.log:3: ${reason}; name it`);
});
