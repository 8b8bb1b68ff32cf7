import { parseNumber } from '../parseNumber';
import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';
import { NUMBER, valueOf } from './numbersInText';

/** AReaL's banner: epochs and steps within them, then the training step over all. */
const BANNER = /Train step (\d+)\/(\d+) done/;

const BOX = /[│┃╭╒┌┏╰╘└┗]/;
const TOP = /[╭╒┌┏]/;
const BOTTOM = /[╰╘└┗]/;
const SIDE = /[│┃]/;

/** rich's two columns: the group, two blanks or more, then `name: value | name: value`. */
const GROUP = /^ {0,2}([^\s:]+) {2,}(\S.*)$/;
const PAIR = new RegExp(String.raw`^\s*([\w.@/-][\w.@/ -]*):\s*(${NUMBER})\s*$`);

/** A line of whole names in one column: the first of several pairs, or a name with its group in it. */
const WHOLE_NAMES = new RegExp(String.raw`^\s*(?:[\w.@-]+/\S+:\s*${NUMBER}|[\w.@/-]+:\s*${NUMBER}\s*\|)`);

/** The group of keys that stand under their whole names. */
const NO_GROUP = 'other';

interface Box {
  readonly place: ConsoleLine;
  readonly groups: Map<string, string>;
  readonly cells: (readonly [string, number])[];
  group: string;
  /** Its lines are whole names, each line pairs of its own. */
  isWhole: boolean;
}

/**
 * Metrics inside a drawn box: AReaL's table of alternating keys and values, open-instruct's panel of groups
 * or of whole names (log-formats.md §§10, 12). The panel wraps long groups, so a group is joined before it is split.
 */
export class BoxLines implements LineGrammar {
  readonly shape = 'metrics in a box';
  readonly table = new TableBuilder();
  mostSteps: number | null = null;
  private step: number | null = null;
  private box: Box | null = null;

  /** Borders and rows of a box; the banner before it only gives the step. */
  take(line: ConsoleLine): boolean {
    const { text } = line;
    if (!BOX.test(text)) return this.takeBanner(text);
    if (TOP.test(text)) this.box = { place: line, groups: new Map(), cells: [], group: '', isWhole: false };
    else if (this.box === null) return false;
    else if (BOTTOM.test(text)) return this.close(this.box);
    else if (SIDE.test(text)) addRow(this.box, text);
    return this.box.cells.length + this.box.groups.size > 0;
  }

  /** A box without its lower border is being drawn. */
  finish(): boolean {
    return this.box !== null && this.box.cells.length + this.box.groups.size > 0;
  }

  private takeBanner(text: string): boolean {
    const banner = text.includes('Train step') ? BANNER.exec(text) : null;
    if (banner === null) return false;
    this.step = Number(banner[1]);
    this.mostSteps = Number(banner[2]);
    return true;
  }

  private close(box: Box): boolean {
    this.box = null;
    const cells = [...box.cells, ...cellsOf(box.groups)];
    if (cells.length === 0 || !this.table.beginRow(box.place.line, 1)) return cells.length > 0;
    if (this.step !== null) this.table.number('step', this.step);
    for (const [key, value] of cells) this.table.number(key, value);
    return true;
  }
}

function addRow(box: Box, text: string): void {
  const parts = text.split(/[│┃]/).slice(1, -1);
  if (parts.length >= 2) {
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const key = (parts[i] ?? '').trim();
      const value = parseNumber((parts[i + 1] ?? '').trim());
      if (key !== '' && value !== null) box.cells.push([key, value]);
    }
    return;
  }
  const content = parts[0] ?? '';
  const group = GROUP.exec(content);
  if (group !== null) box.group = group.at(1) ?? '';
  box.isWhole ||= box.group === '' && WHOLE_NAMES.test(content);
  if (box.isWhole) box.group = NO_GROUP;
  const more = (group?.[2] ?? content).trim();
  const between = box.isWhole && /^[\w.@/-]+:/.test(more) ? ' | ' : ' ';
  if (box.group !== '') box.groups.set(box.group, `${box.groups.get(box.group) ?? ''}${between}${more}`);
}

/** open-instruct prints the last part of a key under its first; keys without parts stand under "other". */
function cellsOf(groups: ReadonlyMap<string, string>): (readonly [string, number])[] {
  return [...groups].flatMap(([group, text]) =>
    text.split('|').flatMap((part) => {
      const pair = PAIR.exec(part);
      if (pair === null) return [];
      const name = (pair.at(1) ?? '').trim();
      return [[group === NO_GROUP ? name : `${group}/${name}`, valueOf(pair.at(2) ?? '')] as const];
    }),
  );
}
