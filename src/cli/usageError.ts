/** The command line cannot be understood: what is wrong, and how to mend it. One line; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(reason: string, remedy: string) {
    super(`${reason}; ${remedy}`);
  }
}
