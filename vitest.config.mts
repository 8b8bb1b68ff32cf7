import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'webview/**/*.test.ts',
      'test/unit/**/*.test.ts',
      'test/cli/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    // Some tests fit dozens of runs; on a busy computer that takes a while and is no failure.
    testTimeout: 120_000,
  },
});
