import { t } from '@vscode/l10n';
import type { RunRef } from '../../compareProtocol';
import type { LogErrorParts } from '../../logs/logError';
import { withoutArtifacts } from '../runs/withoutArtifacts';
import { sharesRun } from '../sharesRun';

/** The files as a search for logs sees them. */
export interface FolderPort {
  /** Files in a folder that may be logs, nearest first, at most `limit`; null where this is no folder. */
  files(uri: string, limit: number, signal: AbortSignal): Promise<readonly string[] | null>;
  isLog(uri: string): Promise<boolean>;
}

/** The runs that are left once every folder stands for its log, and the folders that stand for none. */
export interface FoundLogs {
  readonly refs: readonly RunRef[];
  readonly problems: readonly LogErrorParts[];
}

/** Files looked into in one folder: whoever chose more than these meant something inside it. */
const MOST_FILES = 300;

/**
 * What is compared where folders are chosen too: a folder that holds one log stands for it, any other is told.
 *
 * @param refs what was chosen, in order
 * @param port the files
 * @param signal ends the search; what was found until then is no answer
 */
export async function logsOfFolders(
  refs: readonly RunRef[],
  port: FolderPort,
  signal: AbortSignal,
): Promise<FoundLogs> {
  const found: RunRef[] = [];
  const problems: LogErrorParts[] = [];
  for (const ref of refs) {
    const logs = await logsBelow(ref.uri, port, signal);
    if (logs === null) found.push(ref);
    else if (logs === 'too-many' || logs.length !== 1) problems.push(problemOf(ref.uri, logs));
    else found.push({ uri: logs[0], run: null });
  }
  return { refs: withoutRepeats(found), problems };
}

/** The logs in a folder, each run once; two are enough to know that it stands for none. Null where it is no folder. */
async function logsBelow(
  uri: string,
  port: FolderPort,
  signal: AbortSignal,
): Promise<readonly string[] | 'too-many' | null> {
  const files = await port.files(uri, MOST_FILES + 1, signal);
  if (files === null) return null;
  const logs: string[] = [];
  for (const file of withoutArtifacts(files).slice(0, MOST_FILES)) {
    if (signal.aborted || logs.length > 1) break;
    // Event files of one folder, or the parts of one table, are one log.
    const isNew = !logs.some((log) => sharesRun(log, file));
    if (isNew && (await port.isLog(file))) logs.push(file);
  }
  return files.length > MOST_FILES && logs.length < 2 ? 'too-many' : logs;
}

function problemOf(uri: string, logs: readonly string[] | 'too-many'): LogErrorParts {
  const selectThem = t('select the logs in it that are to be compared');
  const parts = { kind: 'not-a-log' as const, path: decoded(uri) };
  if (logs === 'too-many')
    return {
      ...parts,
      reason: t('this folder holds too many files to look for its log'),
      remedy: selectThem,
    };
  if (logs.length === 0)
    return {
      ...parts,
      reason: t('this folder holds no reward log'),
      remedy: t('select a log, or the folder of one'),
    };
  const [one, other] = logs.map((log) => decoded(log.slice(uri.length).replace(/^\//, '')));
  return {
    ...parts,
    reason: t('this folder holds more than one reward log, {0} and {1} among them', one, other),
    remedy: selectThem,
  };
}

/** An address that was kept may be malformed: it is shown as it stands. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A folder and its log may both be chosen. */
function withoutRepeats(refs: readonly RunRef[]): readonly RunRef[] {
  return [...new Map(refs.map((ref) => [JSON.stringify([ref.uri, ref.run]), ref])).values()];
}
