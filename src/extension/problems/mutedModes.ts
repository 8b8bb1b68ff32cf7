import type { FailureMode } from '../../report/report';
import type { Listen } from '../emitter';
import { Emitter } from '../emitter';
import type { Memento } from '../panel/panelMemory';
import { isFailureMode } from './isFailureMode';

const KEY = 'grpoDynamics.mutedModes';

/** Files whose mutes are kept; the oldest are dropped. */
const MAX_FILES = 200;

type Kept = readonly (readonly [uri: string, modes: readonly FailureMode[]])[];

/** Which failure modes a person has silenced for which file; kept with the workspace. */
export class MutedModes {
  readonly #everywhere: (uri: string) => readonly FailureMode[];
  readonly #memento: Memento;
  readonly #onError: (error: unknown) => void;
  readonly #changed: Emitter<string>;
  #kept: Kept;

  /** `everywhere` names the modes that a setting silences for a file. */
  constructor(
    memento: Memento,
    onError: (error: unknown) => void,
    everywhere: (uri: string) => readonly FailureMode[] = () => [],
  ) {
    this.#everywhere = everywhere;
    this.#memento = memento;
    this.#onError = onError;
    this.#changed = new Emitter(onError);
    this.#kept = readKept(memento.get(KEY));
  }

  /** The mutes of a file have changed; the value is its URI. */
  get onDidChange(): Listen<string> {
    return this.#changed.event;
  }

  /** The silenced modes of a file. */
  of(uri: string): ReadonlySet<FailureMode> {
    return new Set([...this.#everywhere(uri), ...this.#ofFile(uri)]);
  }

  /** Whether a setting silences it, so that no choice for the file can let it speak. */
  isBySetting(uri: string, mode: FailureMode): boolean {
    return this.#everywhere(uri).includes(mode);
  }

  /** The settings have changed: these files may be concerned. */
  changed(uris: readonly string[]): void {
    uris.forEach((uri) => this.#changed.fire(uri));
  }

  /** Silences a mode for a file, or lets it speak again. */
  set(uri: string, mode: FailureMode, isMuted: boolean): void {
    const modes = new Set(this.#ofFile(uri));
    if (isMuted) modes.add(mode);
    else modes.delete(mode);
    const others = this.#kept.filter(([known]) => known !== uri);
    this.#kept = modes.size === 0 ? others : [...others, [uri, [...modes]] as const].slice(-MAX_FILES);
    this.#memento.update(KEY, this.#kept).then(undefined, this.#onError);
    this.#changed.fire(uri);
  }

  #ofFile(uri: string): readonly FailureMode[] {
    return this.#kept.find(([known]) => known === uri)?.[1] ?? [];
  }
}

function readKept(value: unknown): Kept {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return [];
    const modes = (entry[1] as readonly unknown[]).filter(isFailureMode);
    return [[entry[0], modes] as const];
  });
}
