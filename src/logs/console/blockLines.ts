import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';
import { NUMBER, valueOf } from './numbersInText';

/** NeMo-RL's banner: `===== Step 12/1000 =====`. */
const BANNER = /^=+ Step (\d+)\/(\d+) =+\s*$/;
const HEADING = /(Training|Validation) Results:\s*$/;
const BULLET = new RegExp(String.raw`^\s*[•*-]\s+([A-Za-z][^:]*):\s*(${NUMBER})\s*(?:%|s|tokens)?\s*$`);

/** EasyR1's heading: `Step 3`, alone on its line, YAML below. */
const YAML_HEADING = /^Step (\d+)\s*$/;
const YAML_LINE = new RegExp(String.raw`^( *)([\w@./-]+):(?: +(${NUMBER}))?\s*$`);

interface Block {
  readonly place: ConsoleLine;
  readonly prefix: string;
  /** Keys of the YAML maps around the line, with their indents; null where the block is a list of bullets. */
  readonly path: { readonly indent: number; readonly key: string }[] | null;
  isRow: boolean;
}

/** Blocks of one metric per line under a heading with the step: NeMo-RL's bullets, EasyR1's YAML (log-formats.md §§5, 7). */
export class BlockLines implements LineGrammar {
  readonly shape = 'one metric per line under a step';
  readonly table = new TableBuilder();
  mostSteps: number | null = null;
  private step: number | null = null;
  private block: Block | null = null;

  /** A line that fits no block ends the one that is open. */
  take(line: ConsoleLine): boolean {
    const { text } = line;
    if (this.block !== null) {
      if (this.block.path === null ? this.takeBullet(this.block, text) : this.takeYaml(this.block, text))
        return true;
      this.block = null;
    }
    if (!text.includes('Step ') && !text.includes('Results:')) return false;
    return this.takeHeading(line);
  }

  private takeHeading(line: ConsoleLine): boolean {
    const banner = BANNER.exec(line.text);
    if (banner !== null) {
      this.step = Number(banner[1]);
      this.mostSteps = Number(banner[2]);
      return true;
    }
    const heading = HEADING.exec(line.text);
    if (heading !== null) {
      const prefix = heading[1] === 'Validation' ? 'validation/' : '';
      this.block = { place: line, prefix, path: null, isRow: false };
      return true;
    }
    const yaml = YAML_HEADING.exec(line.text);
    if (yaml === null) return false;
    this.step = Number(yaml[1]);
    this.block = { place: line, prefix: '', path: [], isRow: false };
    return false;
  }

  private takeBullet(block: Block, text: string): boolean {
    if (text.trim() === '') return true;
    const bullet = BULLET.exec(text);
    if (bullet === null) return false;
    this.add(block, block.prefix + (bullet.at(1) ?? '').trim(), valueOf(bullet.at(2) ?? ''));
    return true;
  }

  private takeYaml(block: Block, text: string): boolean {
    const match = YAML_LINE.exec(text);
    const path = block.path;
    if (match === null || path === null) return false;
    const indent = (match.at(1) ?? '').length;
    while (path.length > 0 && (path.at(-1)?.indent ?? 0) >= indent) path.pop();
    const key = match.at(2) ?? '';
    const value = match.at(3);
    if (value === undefined) path.push({ indent, key });
    else this.add(block, [...path.map((entry) => entry.key), key].join('/'), valueOf(value));
    return true;
  }

  private add(block: Block, key: string, value: number): void {
    if (!block.isRow) {
      if (!this.table.beginRow(block.place.line, 1)) return;
      block.isRow = true;
      if (this.step !== null) this.table.number('step', this.step);
    }
    this.table.number(key, value);
  }
}
