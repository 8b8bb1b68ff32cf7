import type { FromComparePage, ToComparePage } from '../../src/compareProtocol';
import { afterPaint } from '../afterPaint';
import { acquireHost, sayReady } from '../host';
import { readTranslations } from '../readTranslations';
import { registerToolkit } from '../toolkit';
import { ComparePage } from './comparePage';
import { EMPTY_COMPARISON, reduceComparison } from './compareStore';
import { readCompareView } from './compareView';

/** The entry of `dist/compare.js`: wires host, store and page. */
function start(): void {
  readTranslations();
  const host = acquireHost<FromComparePage>();
  let model = EMPTY_COMPARISON;
  let view = readCompareView(host.restore());
  const save = (): void => {
    if (model.refs.length > 0) host.save({ refs: model.refs, view });
  };
  const page = new ComparePage(
    view,
    (message) => host.post(message),
    (next) => {
      view = next;
      save();
    },
  );
  document.body.replaceChildren(page.node);
  page.show(model);
  window.addEventListener('message', ({ data }: MessageEvent<ToComparePage>) => {
    const next = reduceComparison(model, data);
    if (next === model) return;
    model = next;
    stopAsking();
    page.show(model);
    save();
    afterPaint(registerToolkit);
  });
  const stopAsking = sayReady(host);
}

start();
