import type { HostMessage, PageMessage, ToPage } from '../src/protocol';
import { afterPaint } from './afterPaint';
import { acquireHost, sayReady, type Host } from './host';
import { Page } from './page';
import { rasterise } from './rasterise';
import { readTranslations } from './readTranslations';
import { EMPTY_MODEL, reduce, type PanelModel } from './store';
import { registerToolkit } from './toolkit';
import { DEFAULT_VIEW, readSavedState } from './viewState';

/** Wires host, store and page; everything else is in files of its own. */
function start(): void {
  readTranslations();
  const host = acquireHost<PageMessage>();
  const saved = readSavedState(host.restore());
  let model = EMPTY_MODEL;
  let view = saved?.view ?? DEFAULT_VIEW;
  const save = () => {
    if (model.uri !== null) host.save({ uri: model.uri, run: model.runs[model.selectedRun] ?? null, view });
  };
  const page = new Page(
    view,
    (message) => host.post(message),
    (next) => {
      view = next;
      save();
    },
  );
  document.body.replaceChildren(page.node);
  page.show(model);
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    const said = passedOn(data, page, host);
    if (said === null) return;
    const next = reduce(model, said);
    if (next === model) return;
    model = next;
    stopAsking();
    page.show(next);
    save();
    afterPaint(() => onPainted(next));
  });
  const stopAsking = sayReady(host);
}

/** The name under which a browser's timeline, and the bench, see when the fit was first on the screen. */
const FIT_PAINTED = 'grpo-dynamics/fit-painted';

/** What can wait until the curve is seen. */
function onPainted({ analysis }: PanelModel): void {
  if (analysis !== null && performance.getEntriesByName(FIT_PAINTED).length === 0)
    performance.mark(FIT_PAINTED);
  registerToolkit();
}

/** Hands the page what is no news of the log itself; returns what is. */
function passedOn(data: ToPage, page: Page, host: Host<PageMessage>): HostMessage | null {
  switch (data.type) {
    case 'goTo':
      page.pointAt(data.step);
      return null;
    case 'atLine':
      page.markLine(data.line);
      return null;
    case 'replay':
      page.answerReplay(data);
      return null;
    case 'figure':
      void rasterise(data.svg).then((png) => host.post({ type: 'savePng', data: png }));
      return null;
    default:
      return data;
  }
}

start();
