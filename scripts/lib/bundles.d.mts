import type { BuildOptions } from 'esbuild';

export declare const BUNDLES: readonly {
  readonly entry: string;
  readonly out: string;
  readonly options: BuildOptions;
}[];
