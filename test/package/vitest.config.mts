import { defineConfig } from 'vitest/config';

/** Checks of the packaged extension: they need the .vsix that `npm run package` makes. */
export default defineConfig({ test: { include: ['test/package/**/*.test.ts'], root: process.cwd() } });
