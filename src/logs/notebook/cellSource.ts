import { Hyperparameters, NOT_PLAIN } from '../hyperparameters';
import { MAX_CELL_SOURCE } from '../limits';
import { configCalls } from './configCalls';
import type { Keyword } from './configCalls';

/** The hyperparameters in the code of a notebook, each with its line; only of plain calls (see `configCalls`). */
export class CellSource {
  private readonly found = new Map<string, { readonly value: Keyword['value']; readonly line: number }>();
  private readonly unclear = new Set<string>();
  private pieces: { readonly start: number; readonly line: number }[] = [];
  private text = '';
  private isCode = true;

  /** The next piece of the cell's source, as the file has it. */
  push(text: string, line: number): void {
    if (this.text.length + text.length > MAX_CELL_SOURCE) return;
    this.pieces.push({ start: this.text.length, line });
    this.text += text;
  }

  /** The cell's type: prose that shows code sets nothing. */
  type(name: string): void {
    this.isCode = name === 'code';
  }

  /** The cell has ended. */
  endCell(): void {
    if (this.isCode && this.text.includes('GRPOConfig'))
      configCalls(this.text).forEach((one) => this.add(one));
    this.pieces = [];
    this.text = '';
    this.isCode = true;
  }

  /** Hyperparameters and their lines; a name that several calls set differently is left out. */
  facts(): { readonly header: Map<string, number | string>; readonly lines: Map<string, number> } {
    const header = new Map<string, number | string>();
    const lines = new Map<string, number>();
    for (const [name, { value, line }] of this.found) {
      const kept = new Hyperparameters();
      kept.add(name, value);
      const fact = value === NOT_PLAIN || this.unclear.has(name) ? NOT_PLAIN : kept.facts.get(name);
      if (fact === undefined) continue;
      header.set(name, fact);
      lines.set(name, line);
    }
    return { header, lines };
  }

  private add({ name, value, offset }: Keyword): void {
    const line = this.pieces.findLast(({ start }) => start <= offset)?.line ?? 1;
    const known = this.found.get(name);
    if (known !== undefined && known.value !== value) this.unclear.add(name);
    this.found.set(name, { value, line });
  }
}
