import { USER_FILE } from '../run/config/configPaths';
import type { ConfigBeside } from '../run/config/readConfigBeside';
import { USER_FIELDS } from '../run/config/userConfig';
import type { UserConfig } from '../run/config/userConfig';
import type { RunOptions } from '../run/runOptions';
import type { AnalyseOptions } from './options';

/**
 * What a user says, in one place: the flags (or what was chosen in the panel) before `grpo-dynamics.json` beside the log,
 * that before the editor's settings. Each option keeps where it came from.
 */
export function layerOptions(options: AnalyseOptions, beside: ConfigBeside | null): RunOptions {
  const { settings = {}, ...said } = options;
  const layers: readonly (readonly [UserConfig, ((name: string) => string) | null])[] = [
    [settings, (name) => `setting grpoDynamics.${name}`],
    [beside?.user ?? {}, (name) => `${USER_FILE}${lineOf(beside, name)} ${name}`],
    [said, null],
  ];
  const merged: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  for (const [layer, origin] of layers)
    for (const name of Object.keys(USER_FIELDS) as (keyof UserConfig)[]) {
      const value = layer[name];
      if (value === undefined) continue;
      merged[name] = value;
      if (origin === null) origins.delete(name);
      else origins.set(name, origin(name));
    }
  return { ...said, ...merged, origins, ...(beside === null ? {} : { beside }) };
}

function lineOf(beside: ConfigBeside | null, name: string): string {
  const line = beside?.userLines.get(name);
  return line === undefined ? '' : `:${line}`;
}
