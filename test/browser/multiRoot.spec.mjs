import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { badgeOf, openWorkbench, runFromContextMenu, unfoldTo } from '../harness/workbench.mjs';
import { EXAMPLES, FIT_IN_MENU } from './examples.mjs';
import { waitForReport } from './panelReader.mjs';
import { reportWords } from './reportWords.mjs';
import { until } from './until.mjs';

/** Two roots, each with a log of the same name: neither is taken for the other. */
export async function run(t) {
  const examples = t.copyExamples();
  const roots = ['ringing', 'hacked'].map((name) => {
    const root = path.join(t.dir, `root-${name}`);
    cpSync(path.join(examples, path.dirname(EXAMPLES[name])), root, { recursive: true });
    return root;
  });
  const workspace = path.join(t.dir, 'two.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: roots.map((root) => ({ path: root })) }));
  const server = await t.startEditor();
  const page = await t.newPage();
  await openWorkbench(page, server, { workspace });
  const words = await reportWords();

  for (const root of roots)
    await t.step(`${path.basename(root)}: badge and panel`, async () => {
      const log = path.join(root, 'metrics.jsonl');
      const row = await unfoldTo(page, path.dirname(root), log);
      await until(
        () => badgeOf(row),
        (badge) => badge !== '',
        'a badge',
      );
      await runFromContextMenu(page, row, FIT_IN_MENU);
      await waitForReport(page, t.report(log), words);
    });

  await t.expectQuiet(page);
}
