import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUNDLES } from '../../scripts/lib/bundles.mjs';

const WEB = BUNDLES.filter(({ out }) => out.startsWith('dist/web/'));

describe.each(WEB)('$out', ({ entry, out, options }) => {
  let inputs: readonly string[] = [];
  let ours: readonly string[] = [];
  let imported: readonly string[] = [];
  beforeAll(async () => {
    const { metafile } = await build({ ...options, entryPoints: [entry], outfile: out, write: false });
    inputs = Object.keys(metafile?.inputs ?? {});
    ours = inputs.filter((file) => /^src\/.*\.ts$/.test(file));
    imported = Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) =>
      imports.map(({ path }) => path),
    );
  });

  it('holds no module of Node, and asks for none', () => {
    expect(inputs.length).toBeGreaterThan(50);
    expect(inputs.filter(isBuiltin)).toEqual([]);
    expect(imported.filter((name) => name !== 'vscode')).toEqual([]);
  });

  it('takes the file for the browser wherever there is one', () => {
    const passedOver = ours.filter((file) => existsSync(file.replace(/\.ts$/, '.web.ts')));
    expect(passedOver).toEqual([]);
    expect(ours.filter((file) => file.endsWith('.web.ts')).length).toBeGreaterThan(1);
  });
});

describe('a browser bundle', () => {
  it('is built for the extension and for its engine', () => {
    expect(WEB.map(({ out }) => out)).toEqual(['dist/web/extension.js', 'dist/web/engine.js']);
  });
});
