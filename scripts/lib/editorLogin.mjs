import { randomBytes } from 'node:crypto';

/**
 * How the embedded editor asks who is there: by the password of the environment, else by a new one of 96 random bits.
 * @returns the editor's variables, and what a person is told of them
 */
export function editorLogin({ PASSWORD, HASHED_PASSWORD }) {
  if (HASHED_PASSWORD) return { env: { HASHED_PASSWORD }, words: 'the one of HASHED_PASSWORD' };
  if (PASSWORD) return { env: { PASSWORD }, words: 'the one of PASSWORD' };
  const password = randomBytes(12).toString('base64url');
  return { env: { PASSWORD: password }, words: password };
}
