/** Gives the event loop one turn: messages that have arrived are handled before the promise resolves. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
