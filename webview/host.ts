/** What VS Code lends a webview's script, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's way out: typed messages to the host, and the state VS Code keeps over reloads. */
export interface Host<Message> {
  post(message: Message): void;
  save(state: unknown): void;
  restore(): unknown;
}

/** ms until a page that nobody has answered says again that it is there. */
const ASK_AGAIN_MS = 1_000;

/**
 * Says `ready` now, and again each second until the host has told what the page shows.
 * @returns what ends it
 */
export function sayReady(host: Host<{ readonly type: 'ready' }>): () => void {
  host.post({ type: 'ready' });
  const again = setInterval(() => host.post({ type: 'ready' }), ASK_AGAIN_MS);
  return () => clearInterval(again);
}

/** Takes VS Code's handle; may be called once in the life of a page (VS Code throws on the second). */
export function acquireHost<Message>(): Host<Message> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    save: (state) => api.setState(state),
    restore: () => api.getState(),
  };
}
