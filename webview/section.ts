/** A part of the page that is rebuilt only when what it shows has changed: focus and selection survive the rest. */
export class Section<T> {
  private shown: string | null = null;
  private readonly node: HTMLElement;
  private readonly build: (data: T) => readonly Node[];

  constructor(node: HTMLElement, build: (data: T) => readonly Node[]) {
    this.node = node;
    this.build = build;
  }

  /** Shows plain data; the same data again is a no-op. */
  show(data: T): void {
    const next = JSON.stringify(data);
    if (next === this.shown) return;
    this.shown = next;
    this.node.replaceChildren(...this.build(data));
  }
}
