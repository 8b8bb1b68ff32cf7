import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';
import { NUMBER, valueOf } from './numbersInText';

/** `Step 12 | …` (torchtune, prime-rl) or `12/50 | …`; a logger's time and level may stand before it. */
const HEAD = /(?:^|[\s\]>])(?:step[ :=]*(\d+)(?:\/(\d+))?|(\d+)\/(\d+))\s*\|/i;

/** A field of its own: `Loss 0.0012`, `Loss: 0.0012`, `Truncation 1.2%`, `Max Off-Policy 2`. */
const FIELD = new RegExp(
  String.raw`^\s*([A-Za-z][^:=|]*?)\s*[:=]?\s*(${NUMBER})\s*(?:%|s|ms|GiB|GB|tok/s|tokens/s)?\s*$`,
);

/** Longest field with a single number, in UTF-16 units; the search through blanks is not linear. */
const LONGEST_FIELD = 256;

/** Several in one field: `rewards:0.25 successes:0.1`. */
const PAIRS = new RegExp(String.raw`(?<![A-Za-z_])([A-Za-z_][\w./@-]{0,127})[:=](${NUMBER})(?=\s|$)`, 'g');

/** Lines of fields between bars that begin with their step (log-formats.md §§8, 14). */
export class PipeLine implements LineGrammar {
  readonly shape = 'Step N | key value';
  readonly table = new TableBuilder();
  mostSteps: number | null = null;

  /** Fields without a number of their own (`120/128 (93.8%)`, a duration) are left out. */
  take({ text, line }: ConsoleLine): boolean {
    if (!text.includes('|')) return false;
    const head = HEAD.exec(text);
    if (head === null) return false;
    const fields = fieldsOf(text.slice(head.index + head[0].length));
    if (fields.length === 0) return false;
    if (!this.table.beginRow(line, 1)) return true;
    const most = Number(head.at(2) ?? head.at(4) ?? 0);
    if (most > 0) this.mostSteps = most;
    this.table.number('step', Number(head.at(1) ?? head.at(3)));
    for (const [key, value] of fields) this.table.number(key, value);
    return true;
  }
}

function fieldsOf(text: string): (readonly [string, number])[] {
  return text.split('|').flatMap((field) => {
    const pairs = [...field.matchAll(PAIRS)];
    if (pairs.length > 1) return pairs.map((pair) => named(pair));
    const single = field.length > LONGEST_FIELD ? null : FIELD.exec(field);
    return single === null ? [] : [named(single)];
  });
}

function named(match: RegExpExecArray): readonly [string, number] {
  return [match.at(1) ?? '', valueOf(match.at(2) ?? '')];
}
