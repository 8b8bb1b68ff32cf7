import { t } from '@vscode/l10n';
import { parametersOf } from '../run/config/modelName';
import type { Run, Sourced } from '../run/run';

/** Folders above a log that may be named after its model. */
const FOLDERS = 4;

/**
 * The model of a run: its name or its size by the configuration, else the size in the name of the run, of the file or of
 * the folders it stands in, nearest first.
 *
 * @param run the run
 * @returns what is known and where it stands; null where nothing is
 */
export function modelOf({
  path,
  name,
  config,
}: Pick<Run, 'path' | 'name' | 'config'>): Sourced<string> | null {
  for (const key of ['model', 'parameters']) {
    const fact = config.get(key);
    if (fact !== undefined) return { value: String(fact.value), from: fact.from };
  }
  const [file = '', ...folders] = path.split(/[\\/]/).reverse();
  const places = [
    [name ?? '', t('the run’s name')],
    [file, t('the file’s name')],
    ...folders.slice(0, FOLDERS).map((folder) => [folder, t('a folder’s name')] as const),
  ] as const;
  for (const [text, from] of places) {
    const parameters = parametersOf(text);
    if (parameters !== null) return { value: `${parameters / 1e9}B`, from, kind: 'name' };
  }
  return null;
}

/**
 * Whether a model is only read off a name: of the run, of its file or of a folder.
 *
 * @param model the model and where it is told
 */
export function isByName({ kind }: Sourced<string>): boolean {
  return kind === 'name';
}
