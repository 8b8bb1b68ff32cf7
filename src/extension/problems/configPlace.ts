/** A line of a file beside the log. */
export interface ConfigPlace {
  readonly file: string;
  readonly line: number;
  readonly key: string;
}

/** "config.yaml:12 actor_rollout_ref.rollout.n": a plain relative name, its line, the key. */
const PLACE = /^([^\s:][^:]*):(\d+)(?:\s+(\S.*))?$/;

/**
 * Where a value of the configuration stands, read from its `from`; null where it came from the log itself or a flag.
 * Names that would lead elsewhere (absolute, with a scheme or a drive) are refused.
 */
export function configPlace(from: string): ConfigPlace | null {
  const match = PLACE.exec(from);
  if (match === null || /^[/\\]|^[a-z]:/i.test(match[1])) return null;
  return { file: match[1], line: Number(match[2]), key: match.at(3) ?? '' };
}
