import path from 'node:path';
import { openWorkbench } from '../harness/workbench.mjs';

/** The bundled logs, relative to the example folder. */
export const EXAMPLES = {
  healthy: 'healthy-slow-start/trainer_state.json',
  ringing: 'ringing/metrics.jsonl',
  degenerate: 'degenerate-groups/metrics.csv',
  hacked: 'hacked-proxy/metrics.jsonl',
};

/** The command as the palette shows it. */
export const FIT = 'GRPO: Fit GRPO dynamics';

/** The command as menus show it: without its category. */
export const FIT_IN_MENU = 'Fit GRPO dynamics';

/** An editor on a fresh copy of the examples: the server, the page, and the files' absolute paths. */
export async function openExamples(t, options) {
  const server = await t.startEditor(options);
  const folder = t.copyExamples();
  const page = await t.newPage();
  await openWorkbench(page, server, { folder });
  const file = (name) => path.join(folder, EXAMPLES[name] ?? name);
  return { server, page, folder, file };
}
