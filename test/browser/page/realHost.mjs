import path from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

const ENTRY = `export { analyseRuns } from './src/analysis/analyse';
  export { calmFailureOf } from './src/extension/calmFailure';
  export { analysisMessage, failedMessage } from './src/extension/panel/hostMessage';
  export { NodeFileSource } from './src/platform/nodeFileSource';
  export { speak } from './src/platform/speak';`;

/** The engine and the host's words, as one module that Node runs; it speaks a language. */
async function loadHost(language) {
  const outfile = path.join(ROOT, '.tmp/page/host.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT },
    alias: { '@vscode/l10n': path.join(ROOT, 'node_modules/@vscode/l10n/dist/browser.js') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const host = await import(pathToFileURL(outfile).href);
  const bundle = path.join(ROOT, `l10n/bundle.l10n.${language}.json`);
  host.speak(language === 'en' ? undefined : JSON.parse(readFileSync(bundle, 'utf8')));
  return host;
}

/** What a host would post for real logs, in a language. */
export async function realHost(language = 'en') {
  const { analyseRuns, analysisMessage, calmFailureOf, failedMessage, NodeFileSource } =
    await loadHost(language);
  const heading = (log) => ({ revision: 1, fileName: path.basename(log), uri: pathToFileURL(log).href });
  return {
    /** A log's fit, or why there is none. */
    messageFor: async (log) => {
      try {
        return analysisMessage(
          heading(log),
          await analyseRuns(new NodeFileSource(log), {}, {}),
          null,
          Date.now() - 40_000,
        );
      } catch (error) {
        return failedMessage(heading(log), calmFailureOf(error));
      }
    },
  };
}
