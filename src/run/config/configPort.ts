/** One value of a configuration: its key, dotted ("actor_rollout_ref.rollout.n", "optim.betas[0]"), and where it stands. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: number | string | boolean;
  /** 1-based line; null where the carrier has no lines. */
  readonly line: number | null;
}

/**
 * The port to the configuration beside a log. Implementations live in `src/platform`. Only the paths named in
 * `configPaths.ts` are ever asked for, relative to the log's folder; no folder is listed.
 */
export interface ConfigPort {
  /** Size of a file in bytes, null where there is none that can be read. */
  size(path: string): Promise<number | null>;
  /** The text of a file, null where it cannot be read. */
  read(path: string): Promise<string | null>;
  /** Every scalar of a YAML or JSON text whose key is wanted; null where the text is neither. */
  entries(text: string, wanted: (key: string) => boolean): Promise<readonly ConfigEntry[] | null>;
}
