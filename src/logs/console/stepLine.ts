import { parseNumber } from '../parseNumber';
import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';

const HEAD = /(?:^|[^\w])step:(\d+) - /;

/** `step:12 - actor/pg_loss:-0.0031 - critic/score/mean:0.53` of verl, rllm and their descendants (log-formats.md §4.1). */
export class StepLine implements LineGrammar {
  readonly shape = 'step:N - key:value';
  readonly table = new TableBuilder();

  /** Parts that are no `key:number` are left out: terminals and pastes break lines inside a part. */
  take({ text, line }: ConsoleLine): boolean {
    if (!text.includes('step:')) return false;
    const head = HEAD.exec(text);
    if (head === null) return false;
    let isRow = false;
    let from = head.index + head[0].length;
    while (from < text.length) {
      const next = text.indexOf(' - ', from);
      const end = next < 0 ? text.length : next;
      const colon = text.lastIndexOf(':', end - 1);
      const value = colon > from ? parseNumber(text.slice(colon + 1, end)) : null;
      if (value !== null) {
        if (!isRow && !this.begin(Number(head[1]), line)) return true;
        isRow = true;
        this.table.number(text.slice(from, colon).trim(), value);
      }
      from = end + 3;
    }
    return isRow;
  }

  private begin(step: number, line: number): boolean {
    if (!this.table.beginRow(line, 1)) return false;
    this.table.number('step', step);
    return true;
  }
}
