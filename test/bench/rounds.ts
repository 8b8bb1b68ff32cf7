/**
 * Times of tasks that take turns, so that whatever else the computer does falls on all of them.
 *
 * @param tasks what is timed
 * @param count rounds
 * @returns milliseconds, a list for each task
 */
export async function rounds(tasks: readonly (() => unknown)[], count: number): Promise<number[][]> {
  const times: number[][] = tasks.map(() => []);
  for (let round = 0; round < count; round++)
    for (const [i, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      times[i].push(performance.now() - start);
    }
  return times;
}
