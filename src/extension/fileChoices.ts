import type { Listen } from './emitter';
import { Emitter } from './emitter';
import type { Memento } from './panel/panelMemory';

const KEY = 'grpoDynamics.fileChoices';

/** Files whose choices are kept; the oldest are dropped. */
const MAX_FILES = 200;

/** What a person has chosen for one file. */
export interface FileChoice {
  /** The log's own key of the reward; null leaves it to the log. */
  readonly metric: string | null;
  /** The run that is shown first; null is the first of the file. */
  readonly run: string | null;
}

const NOTHING: FileChoice = { metric: null, run: null };

type Kept = readonly (readonly [uri: string, choice: FileChoice])[];

/** Which reward column and which run a person wants to see of which file; kept with the workspace. */
export class FileChoices {
  readonly #memento: Memento;
  readonly #onError: (error: unknown) => void;
  readonly #metricChanged: Emitter<string>;
  #kept: Kept;

  constructor(memento: Memento, onError: (error: unknown) => void) {
    this.#memento = memento;
    this.#onError = onError;
    this.#metricChanged = new Emitter(onError);
    this.#kept = readKept(memento.get(KEY));
  }

  /** Another column of a file is to be read; the value is its URI. */
  get onDidChangeMetric(): Listen<string> {
    return this.#metricChanged.event;
  }

  /** What was chosen for a file. */
  of(uri: string): FileChoice {
    return this.#kept.find(([known]) => known === uri)?.[1] ?? NOTHING;
  }

  /** Remembers a choice beside the others of the file. */
  set(uri: string, change: Partial<FileChoice>): void {
    const before = this.of(uri);
    const choice = { ...before, ...change };
    const others = this.#kept.filter(([known]) => known !== uri);
    const isNothing = choice.metric === null && choice.run === null;
    this.#kept = isNothing ? others : [...others, [uri, choice] as const].slice(-MAX_FILES);
    this.#memento.update(KEY, this.#kept).then(undefined, this.#onError);
    if (choice.metric !== before.metric) this.#metricChanged.fire(uri);
  }
}

function readKept(value: unknown): Kept {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') return [];
    const choice: unknown = entry[1];
    if (typeof choice !== 'object' || choice === null) return [];
    const { metric = null, run = null } = choice as { readonly metric?: unknown; readonly run?: unknown };
    return [[entry[0], { metric: textOrNull(metric), run: textOrNull(run) }] as const];
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
