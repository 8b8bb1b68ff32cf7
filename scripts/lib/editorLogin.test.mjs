import { expect, it } from 'vitest';
import { editorLogin } from './editorLogin.mjs';

it('makes a password for each start, and tells it', () => {
  const [one, other] = [editorLogin({}), editorLogin({ PASSWORD: '' })];
  expect(one.env.PASSWORD).toMatch(/^[\w-]{16}$/);
  expect(one.words).toBe(one.env.PASSWORD);
  expect(other.env.PASSWORD).not.toBe(one.env.PASSWORD);
});

it('takes the one of the environment, the hashed one first, and repeats neither', () => {
  expect(editorLogin({ PASSWORD: 'mine' })).toEqual({
    env: { PASSWORD: 'mine' },
    words: 'the one of PASSWORD',
  });
  const hashed = editorLogin({ PASSWORD: 'mine', HASHED_PASSWORD: '$argon2' });
  expect(hashed).toEqual({ env: { HASHED_PASSWORD: '$argon2' }, words: 'the one of HASHED_PASSWORD' });
});
