import { t } from '@vscode/l10n';
import type { Sourced } from '../run/run';

/** A rate read off a log has more digits than anybody set. */
const DIGITS = 6;

/**
 * A setting's value for a person.
 *
 * @param setting null where a run does not tell it
 * @returns text that may be of the log: data, never markup
 */
export function settingText(setting: Sourced<number | string> | null): string {
  if (setting === null) return t('not known');
  const { value } = setting;
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : value;
}
