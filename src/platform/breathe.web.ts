const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Gives the event loop one turn: messages that have arrived are handled before the promise resolves. A message to oneself,
 * because a browser makes a chain of time-outs wait 4 ms each.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
