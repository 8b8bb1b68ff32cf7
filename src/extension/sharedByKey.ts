interface Held<T> {
  readonly thing: T;
  holders: number;
}

/** Things that several holders share by key: made for the first holder, ended when the last one lets go. */
export class SharedByKey<T extends { dispose(): unknown }> {
  readonly #make: (key: string) => T;
  readonly #held = new Map<string, Held<T>>();

  constructor(make: (key: string) => T) {
    this.#make = make;
  }

  /** One holder more. */
  take(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) this.#held.set(key, { thing: this.#make(key), holders: 1 });
    else held.holders += 1;
  }

  /** One holder less; means nothing where there is none. */
  release(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) return;
    held.holders -= 1;
    if (held.holders > 0) return;
    this.#held.delete(key);
    held.thing.dispose();
  }

  dispose(): void {
    for (const { thing } of this.#held.values()) thing.dispose();
    this.#held.clear();
  }
}
