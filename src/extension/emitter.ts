/** The part of `vscode.Disposable` that features need. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; assignable to `vscode.Event`. */
export type Listen<T> = (listener: (value: T) => void) => Disposable;

/**
 * A plain event, so that what does not need a running VS Code can be tested without one. A listener that
 * throws does not stop the others: its error goes to `onError`.
 */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  readonly event: Listen<T> = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
