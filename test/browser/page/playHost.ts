import { readTranslations } from '../../../webview/readTranslations';
import { applyTheme, type ThemeName } from './themes';

/** What the tests read. */
interface Stage {
  readonly posted: unknown[];
  readonly violations: string[];
  state: unknown;
  readonly post: (message: unknown) => void;
  readonly theme: (name: ThemeName) => void;
  /** Posts a situation's messages, at a later revision where one is given. */
  readonly play: (fixture: string, revision?: number) => void;
}

declare global {
  interface Window {
    stage: Stage;
    acquireVsCodeApi: () => unknown;
  }
}

function post(message: unknown): void {
  window.postMessage(message, '*');
}

/** Plays the host of a page: VS Code's handle, a theme, what a host would post at first, and what it answers. */
export function playHost(
  messagesOf: (fixture: string) => readonly object[],
  answersTo: (message: never) => readonly object[] = () => [],
): void {
  const query = new URLSearchParams(location.search);
  // What an engine would have said in the page's language.
  readTranslations();
  // Fixtures are made before the page runs, so that their making is not taken for the page's own time.
  const prepared = messagesOf(query.get('fixture') ?? '');
  window.stage = {
    posted: [],
    violations: [],
    state: JSON.parse(query.get('state') ?? 'null') as unknown,
    post,
    theme: applyTheme,
    play: (fixture, revision) => {
      for (const message of messagesOf(fixture))
        post(revision === undefined ? message : { ...message, revision });
    },
  };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    window.stage.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
  window.acquireVsCodeApi = () => ({
    postMessage: (message: { readonly type: string }) => {
      window.stage.posted.push(message);
      if (message.type === 'ready') for (const one of prepared) post(one);
      for (const answer of answersTo(message as never)) post(answer);
    },
    setState: (state: unknown) => {
      window.stage.state = state;
    },
    getState: () => window.stage.state,
  });
  applyTheme((query.get('theme') ?? 'dark') as ThemeName);
}
