import type { JobRunner } from '../platform/engineClient';
import type { Calm } from './calm';
import type { FileChoice, FileChoices } from './fileChoices';
import type { LogFiles } from './logFiles';
import type { LogIndexHost, LogSettings } from './logIndexHost';
import type { Settings } from './settings';

/** What it stands on. */
export interface LogHostParts {
  readonly runner: JobRunner;
  readonly files: LogFiles;
  readonly settings: Settings;
  readonly choices: FileChoices;
  readonly calm: Calm;
}

/** VS Code's files as the index and comparisons see them, under a person's settings and choices. */
export function logHost({ runner, files, settings, choices, calm }: LogHostParts): LogIndexHost {
  return {
    runner,
    stat: (key) => files.stat(key),
    source: (key) => files.source(key),
    settings: (key) => withChoice(settings.of(key), choices.of(key)),
    log: (detail) => calm.note(detail),
  };
}

/** What was chosen in the panel goes before settings and files. */
function withChoice(settings: LogSettings, { metric }: FileChoice): LogSettings {
  return metric === null ? settings : { ...settings, options: { ...settings.options, metric } };
}
