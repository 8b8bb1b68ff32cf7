/** The host's part, played in the page: VS Code's handle, a theme, and what a host would post. */
import type { PageMessage } from '../../../src/protocol';
import { readTranslations } from '../../../webview/readTranslations';
import { armMessage, fixtureMessages, replayAnswer } from './fixtures';
import { applyTheme, type ThemeName } from './themes';

/** What the tests read. */
interface Stage {
  readonly posted: PageMessage[];
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

const query = new URLSearchParams(location.search);

function post(message: unknown): void {
  window.postMessage(message, '*');
}

function play(fixture: string, revision?: number): void {
  for (const message of fixtureMessages(fixture))
    post(revision === undefined ? message : { ...message, revision });
}

window.stage = {
  posted: [],
  violations: [],
  state: JSON.parse(query.get('state') ?? 'null') as unknown,
  post,
  theme: applyTheme,
  play,
};

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  window.stage.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
});

// What an engine would have said in the page's language.
readTranslations();

// Fixtures are made before the page runs, so that their making is not taken for the page's own time.
const fixture = query.get('fixture') ?? 'rising';
const prepared = fixtureMessages(fixture);

window.acquireVsCodeApi = () => ({
  postMessage: (message: PageMessage) => {
    window.stage.posted.push(message);
    if (message.type === 'ready') for (const answer of prepared) post(answer);
    if (message.type === 'replay' && message.step !== null) post(replayAnswer(message.step));
    if (message.type === 'selectRun') post(armMessage(message.index));
  },
  setState: (state: unknown) => {
    window.stage.state = state;
  },
  getState: () => window.stage.state,
});

applyTheme((query.get('theme') ?? 'dark') as ThemeName);
