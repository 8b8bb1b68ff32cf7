import type { JobRunner } from '../platform/engineClient';
import type { Calm } from './calm';
import type { FileChoice, FileChoices } from './fileChoices';
import type { LogFiles } from './logFiles';
import { LogIndex } from './logIndex';
import type { LogSettings } from './logIndexHost';
import type { Settings } from './settings';

/** What the index stands on. */
export interface LogIndexParts {
  readonly runner: JobRunner;
  readonly files: LogFiles;
  readonly settings: Settings;
  readonly choices: FileChoices;
  readonly calm: Calm;
}

/** The index over VS Code's files, under a person's settings and choices. */
export function createLogIndex({ runner, files, settings, choices, calm }: LogIndexParts): LogIndex {
  return new LogIndex({
    runner,
    stat: (key) => files.stat(key),
    source: (key) => files.source(key),
    settings: (key) => withChoice(settings.of(key), choices.of(key)),
    log: (detail) => calm.note(detail),
  });
}

/** What was chosen in the panel goes before settings and files. */
function withChoice(settings: LogSettings, { metric }: FileChoice): LogSettings {
  return metric === null ? settings : { ...settings, options: { ...settings.options, metric } };
}
