import { t } from '@vscode/l10n';
import { wantedKey } from './configKeys';
import { axolotlConfig } from './axolotlConfig';
import { AXOLOTL_CARD, CONFIG_PATHS, PICKLE_FILE, USER_FILE } from './configPaths';
import type { ConfigEntry, ConfigPort } from './configPort';
import { readUserConfig, USER_FIELDS } from './userConfig';
import type { UserConfig } from './userConfig';

/** Largest configuration file that is read, bytes: real ones have a few kilobytes. */
export const MAX_CONFIG_BYTES = 1 << 18;

/** A configuration file beside the log: its path relative to the log's folder, and what was wanted of it. */
export interface ConfigDocument {
  readonly path: string;
  readonly entries: readonly ConfigEntry[];
}

/** What was found beside a log; plain data. */
export interface ConfigBeside {
  /** Nearest folder first. */
  readonly documents: readonly ConfigDocument[];
  readonly user: UserConfig;
  /** 1-based lines of its fields. */
  readonly userLines: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

/**
 * Looks for the named files beside a log and in the two folders above it, and keeps of them the keys that the model needs.
 * A person's own file (`grpo-dynamics.json`) is left alone where the folder is not trusted.
 */
export async function readConfigBeside(port: ConfigPort, isTrusted: boolean): Promise<ConfigBeside> {
  const notes: string[] = [];
  const read = await Promise.all(CONFIG_PATHS.map((path) => readDocument(port, path, notes)));
  const documents = read.filter((document) => document !== null && document.entries.length > 0);
  const user = await readUserFile(port, isTrusted, notes);
  if (documents.length === 0 && (await port.size(PICKLE_FILE)) !== null)
    notes.push(
      t(
        '{0} is not opened, because opening a pickle runs what is in it; {1} beside the log can say what it holds.',
        ...[PICKLE_FILE, USER_FILE],
      ),
    );
  return { documents: documents.filter((document) => document !== null), ...user, notes };
}

async function readDocument(port: ConfigPort, path: string, notes: string[]): Promise<ConfigDocument | null> {
  const isCard = path.endsWith(AXOLOTL_CARD);
  const whole = await readSmall(port, path, isCard ? [] : notes);
  const text = whole !== null && isCard ? axolotlConfig(whole) : whole;
  if (text === null) return null;
  const isOverrides = path.endsWith('overrides.yaml');
  const wanted = isOverrides ? isListed : (key: string): boolean => wantedKey(key) !== null;
  const entries = await port.entries(text, wanted);
  if (entries === null) notes.push(t('{0}: neither JSON nor YAML, not used.', path));
  if (entries === null) return null;
  return { path, entries: isOverrides ? entries.flatMap(overrideOf) : entries };
}

async function readSmall(port: ConfigPort, path: string, notes: string[]): Promise<string | null> {
  const size = await port.size(path);
  if (size === null) return null;
  if (size <= MAX_CONFIG_BYTES) return port.read(path);
  notes.push(t('{0}: over {1} KB, not read.', path, MAX_CONFIG_BYTES >> 10));
  return null;
}

async function readUserFile(
  port: ConfigPort,
  isTrusted: boolean,
  notes: string[],
): Promise<Pick<ConfigBeside, 'user' | 'userLines'>> {
  const nothing = { user: {}, userLines: new Map<string, number>() };
  if (!isTrusted) {
    const isThere = (await port.size(USER_FILE)) !== null;
    notes.push(
      isThere
        ? t('{0} is not used: the workspace is not trusted.', USER_FILE)
        : t('What the workspace sets is not used: the workspace is not trusted.'),
    );
    return nothing;
  }
  const text = await readSmall(port, USER_FILE, notes);
  if (text === null) return nothing;
  const { config, problems } = readUserConfig(text);
  notes.push(...problems.map((problem) => t('{0}: {1}.', USER_FILE, problem)));
  const entries = (await port.entries(text, (key) => Object.hasOwn(USER_FIELDS, key))) ?? [];
  const userLines = new Map(entries.flatMap(({ key, line }) => (line === null ? [] : [[key, line]])));
  return { user: config, userLines };
}

function isListed(key: string): boolean {
  return /^\[\d+\]$/.test(key);
}

/** Hydra's overrides are a list of "key=value", with "+" in front where the key is new. */
function overrideOf({ value, line }: ConfigEntry): ConfigEntry[] {
  const match = /^\+{0,2}([^=~]+)=(.*)$/.exec(String(value));
  const key = match?.at(1) ?? '';
  const text = match?.at(2) ?? '';
  if (wantedKey(key) === null) return [];
  return [{ key, value: text.replace(/^['"]|['"]$/g, ''), line }];
}
