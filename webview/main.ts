import type { ToPage } from '../src/protocol';
import { acquireHost } from './host';
import { Page } from './page';
import { rasterise } from './rasterise';
import { EMPTY_MODEL, reduce } from './store';
import { registerToolkit } from './toolkit';
import { DEFAULT_VIEW, readSavedState } from './viewState';

/** Wires host, store and page; everything else is in files of its own. */
function start(): void {
  registerToolkit();
  const host = acquireHost();
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
    if (data.type === 'goTo') {
      page.pointAt(data.step);
      return;
    }
    if (data.type === 'atLine') {
      page.markLine(data.line);
      return;
    }
    if (data.type === 'figure') {
      void rasterise(data.svg).then((png) => host.post({ type: 'savePng', data: png }));
      return;
    }
    const next = reduce(model, data);
    if (next === model) return;
    model = next;
    page.show(model);
    save();
  });
  host.post({ type: 'ready' });
}

start();
