/** Runs the last of many calls once per frame: a mouse may move a thousand times a second. */
export function nextFrame(): (task: () => void) => void {
  let waiting: (() => void) | null = null;
  return (task) => {
    if (waiting === null)
      requestAnimationFrame(() => {
        const last = waiting;
        waiting = null;
        last?.();
      });
    waiting = task;
  };
}
