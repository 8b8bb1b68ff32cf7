import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, panel, runCommand, runFromContextMenu, unfoldTo } from '../harness/workbench.mjs';
import { FIT_IN_MENU } from './examples.mjs';

/** Files a person may point the command at by mistake, and what the answer must mention. */
const FILES = [
  { name: 'empty.jsonl', content: '', says: /empty/i },
  { name: 'no-reward.csv', content: 'step,loss\n1,2.5\n2,2.4\n3,2.2\n', says: /reward/i },
  {
    name: 'noise.log',
    content: Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
    says: /./,
  },
  { name: 'brackets.json', content: '['.repeat(200_000), says: /./ },
  { name: 'long-line.jsonl', content: `{"step": 1, "text": "${'x'.repeat(50_000_000)}"}`, says: /./ },
  { name: 'no-log.json', content: '{"name": "not a log", "version": 3}', says: /./ },
];

/** Logs that are thin but readable: they get a Report that says so. */
const THIN = [
  { name: 'one-row.jsonl', content: '{"step": 1, "reward": 0.25}\n', says: /too early/i },
  {
    name: 'constant.csv',
    content: `step,reward\n${Array.from({ length: 60 }, (_, i) => `${i},0.5`).join('\n')}\n`,
    says: /trend/i,
  },
  {
    name: 'half.json',
    content: '{"log_history": [{"step": 1, "reward": 0.1}, {"step": 2, "rew',
    says: /too early/i,
  },
  {
    name: 'nan.jsonl',
    content: '{"step": 1, "reward": 0.2}\n{"step": 2, "reward": NaN}\n',
    says: /too early/i,
  },
];

/** Bad input ends in a calm sentence in the panel: never a stack trace, a hang, or a dead extension host. */
export async function run(t) {
  const folder = path.join(t.dir, 'bad');
  mkdirSync(folder);
  for (const { name, content } of [...FILES, ...THIN]) writeFileSync(path.join(folder, name), content);
  const server = await t.startEditor();
  const page = await t.newPage();
  await openWorkbench(page, server, { folder });
  const view = panel(page);
  const fit = async (name) => {
    await runCommand(page, 'View: Close All Editors');
    await runFromContextMenu(page, await unfoldTo(page, folder, path.join(folder, name)), FIT_IN_MENU);
  };
  const isCalm = (text) => assert.doesNotMatch(text, /\bat .*:\d+:\d+|undefined|\[object|TypeError|NaN,/);

  for (const { name, says } of FILES)
    await t.step(`${name}: a reason and a remedy`, async () => {
      await fit(name);
      await view.locator('.notice.error .headline').waitFor({ timeout: 30_000 });
      const text = await view.locator('.notice').innerText();
      assert.match(text, says);
      assert.match(text, new RegExp(name.replace('.', '\\.')));
      isCalm(text);
    });

  for (const { name, says } of THIN)
    await t.step(`${name}: a Report that says what it cannot say`, async () => {
      await fit(name);
      await view.locator('.first-sentence', { hasText: says }).waitFor();
      isCalm(await view.locator('main').innerText());
    });

  await t.step('the extension host is alive after all of it', async () => {
    await runCommand(page, 'GRPO: Show output');
    await page.locator('.output-view').waitFor();
  });

  await t.expectQuiet(page);
}
