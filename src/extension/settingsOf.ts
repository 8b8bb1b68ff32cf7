import type { AnalyseOptions } from '../analysis/options';
import type { FailureMode } from '../report/report';
import type { UserConfig } from '../run/config/userConfig';
import { checkUserConfig, USER_FIELDS } from '../run/config/userConfig';
import { isFailureMode } from './problems/isFailureMode';

/** Reads one setting by its name below `grpoDynamics`, checked by VS Code against nothing. */
export type ReadSetting = (name: string) => unknown;

/** Where `package.json` gives no other. */
const BACKGROUND_MEGABYTES = 200;

const MEGABYTE = 1024 * 1024;

/** The settings that say something about a run; what is left empty says nothing. */
export function userSettings(read: ReadSetting): { config: UserConfig; problems: string[] } {
  const values = Object.keys(USER_FIELDS).map((name) => [name, read(name)] as const);
  return checkUserConfig(new Map(values.filter(([, value]) => !isEmpty(value))));
}

/** How a log is to be analysed under these settings. */
export function optionsOf(read: ReadSetting, isTrusted: boolean): AnalyseOptions {
  return { settings: userSettings(read).config, isTrusted };
}

/** Logs above this many bytes wait until a person opens them. */
export function backgroundLimitOf(read: ReadSetting): number {
  const megabytes = read('backgroundLimit');
  const isSane = typeof megabytes === 'number' && megabytes >= 0;
  return (isSane ? megabytes : BACKGROUND_MEGABYTES) * MEGABYTE;
}

/** Globs of files that are never taken for logs. */
export function excludesOf(read: ReadSetting): readonly string[] {
  return textsOf(read('exclude'));
}

/** Failure modes that are silenced everywhere. */
export function mutedModesOf(read: ReadSetting): readonly FailureMode[] {
  return textsOf(read('mutedModes')).filter(isFailureMode);
}

function textsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string').filter((item) => item !== '');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
