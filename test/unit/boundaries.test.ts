import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const RULES = ['no-restricted-imports', 'no-restricted-syntax'];

/** The project's own configuration, reduced to the boundaries: they need no types, so no program is built. */
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
});

async function complaints(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result.messages.map((message) => message.message);
}

const WRONG: [where: string, text: string, says: RegExp][] = [
  [
    'src/logs/x.ts',
    `import { buildRuns } from '../run/buildRuns';`,
    /src\/logs may import only: nothing of src/,
  ],
  ['src/logs/x.ts', `export { analyse } from '../analysis/analyse';`, /Dependencies point down/],
  ['src/logs/deep/x.ts', `import { run } from '../../run/run';`, /src\/logs may import only/],
  ['src/run/x.ts', `import type { Fit } from '../dynamics/fit';`, /src\/run may import only: logs/],
  ['src/dynamics/x.ts', `import * as vscode from 'vscode';`, /no vscode, no node/],
  ['src/dynamics/x.ts', `import { readFileSync } from 'node:fs';`, /no vscode, no node/],
  ['src/report/x.ts', `import fs from 'fs';`, /no vscode, no node/],
  ['src/analysis/x.ts', `const { readFile } = await import('node:fs/promises');`, /dynamic import/],
  ['src/analysis/x.ts', `import { NodeFileSource } from '../platform/nodeFileSource';`, /src\/analysis may/],
  ['src/cli/x.ts', `import { fitCurves } from '../dynamics/fitCurves';`, /src\/cli may import only/],
  ['src/extension/x.ts', `import { main } from '../cli/main';`, /src\/extension may import only/],
  ['src/platform/x.ts', `import { activate } from '../extension/extension';`, /src\/platform may import/],
  ['src/report/x.ts', `import { draw } from '../../webview/main';`, /does not import the web page/],
  ['src/report/x.ts', `import { shared } from '../../test/shared';`, /does not import the web page/],
  ['webview/x.ts', `import { readLog } from '../src/logs/readLog';`, /The page may import/],
  ['webview/chart/x.ts', `import { readLog } from '../../src/logs/readLog';`, /The page may import/],
  ['webview/x.ts', `import * as vscode from 'vscode';`, /no vscode, no node/],
];

const RIGHT: [where: string, text: string][] = [
  ['src/run/x.ts', `import type { LogTable } from '../logs/logTable';`],
  ['src/logs/x.ts', `import { LogError } from './logError';`],
  ['src/analysis/x.ts', `import { readLog } from '../logs/readLog';`],
  ['src/platform/x.ts', `import { readFile } from 'node:fs/promises';`],
  ['src/extension/x.ts', `import * as vscode from 'vscode';`],
  ['webview/x.ts', `import type { Report } from '../src/report/report';`],
  ['webview/chart/x.ts', `import { evaluateCurve } from '../../src/dynamics/evaluateCurve';`],
];

describe('the boundaries between the layers', () => {
  it.each(WRONG)('in %s refuse %s', async (where, text, says) => {
    expect((await complaints(where, text)).join('\n')).toMatch(says);
  });

  it.each(RIGHT)('in %s allow %s', async (where, text) => {
    expect(await complaints(where, text)).toEqual([]);
  });
});
