import type { PanelState } from '../../protocol';
import { readPanelState } from './pageMessage';

/** The part of `vscode.Memento` that is used here. */
export interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'grpoDynamics.openPanels';

/** Panels that VS Code forgot to bring back leave their state behind: the oldest are dropped. */
const MAX_STATES = 50;

/**
 * Which logs the open panels show, kept beside the state that each page keeps for itself: VS Code in a browser
 * writes that down once a minute, and a panel that is reloaded before comes back without it.
 */
export class PanelMemory {
  readonly #memento: Memento;
  readonly #onError: (error: unknown) => void;
  #states: readonly PanelState[];

  constructor(memento: Memento, onError: (error: unknown) => void) {
    this.#memento = memento;
    this.#onError = onError;
    const kept = memento.get(KEY);
    this.#states = Array.isArray(kept) ? kept.map(readPanelState).filter((state) => state !== null) : [];
  }

  /** All logs whose panels were open, the one opened last at the end. */
  get states(): readonly PanelState[] {
    return this.#states;
  }

  remember(state: PanelState): void {
    this.#keep([...this.#without(state.uri), state]);
  }

  forget(uri: string): void {
    this.#keep(this.#without(uri));
  }

  #without(uri: string): readonly PanelState[] {
    return this.#states.filter((state) => state.uri !== uri);
  }

  #keep(states: readonly PanelState[]): void {
    this.#states = states.slice(-MAX_STATES);
    this.#memento.update(KEY, this.#states).then(undefined, this.#onError);
  }
}
