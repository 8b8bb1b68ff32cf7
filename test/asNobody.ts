/** The user without rights of any Unix; root may read everything, so that tests of permissions need another one. */
export const NOBODY = 65534;

/** Whether this process may read whatever it likes. */
export const isRoot: boolean = process.getuid?.() === 0;

/** Runs something as a user who owns nothing, so that a test of permissions also tests in a container of root's. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
