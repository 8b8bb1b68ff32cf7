import { MAX_RECORD_BYTES } from '../limits';
import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';
import type { ProgressBar } from './progressBar';
import { parsePythonDict } from './pythonDict';
import type { DictEntry } from './pythonDict';

/** The words before a dict that count: `Global step 12: `, `rollout 3: `, `global_step 12, eval_metrics: `. */
const LABEL = /(?:^|[\s(])((?:global[ _])?step|rollout|perf|eval|iteration|epoch) (\d+)\b/gi;

/** A label alone on its line, the dict follows (SkyRL). */
const LABEL_LINE = /(?:^|\s)(step) (\d+):\s*$/i;

/** Longest dict over several lines, in lines. */
const MOST_LINES = 1000;

interface Open {
  readonly text: string[];
  readonly place: ConsoleLine;
  readonly label: string;
  length: number;
}

/**
 * Python dicts: the transformers Trainer's rows without a step (v4 numbers, v5 quoted), OpenRLHF's `Global step 12: {…}`,
 * slime's `step 12: {…}` and `rollout 3: {…}`, SkyRL's dict over several lines below `Step 12:` (log-formats.md §§1.4, 6,
 * 9, 11).
 */
export class DictLines implements LineGrammar {
  readonly shape = "{'key': value}";
  readonly table = new TableBuilder();
  private readonly bar: ProgressBar;
  private open: Open | null = null;
  private label: { readonly text: string; readonly line: number } | null = null;
  private rollout: number | null = null;
  private lastBar = -1;
  private barRows = 0;
  private barRepeats = 0;

  constructor(bar: ProgressBar) {
    this.bar = bar;
  }

  /** The planned number of steps, from the progress bar. */
  get mostSteps(): number | null {
    return this.barRows > 0 && !this.isBarLoose() ? this.bar.most : null;
  }

  /** Part of the grammar. */
  take(line: ConsoleLine): boolean {
    if (this.open !== null) {
      if (this.continueOpen(this.open, line)) return true;
      this.open = null;
    }
    const at = line.text.indexOf('{');
    if (at < 0) return this.takeLabel(line);
    const quote = line.text[at + 1];
    if (quote !== "'" && quote !== '"') return false;
    const before = this.labelBefore(line, line.text.slice(0, at));
    const dict = parsePythonDict(line.text, at);
    if (dict !== null) return this.add(before, dict.entries, line);
    if (line.text.includes('}', at) || quote !== "'") return false;
    this.open = { text: [line.text.slice(at)], place: line, label: before, length: line.text.length };
    return false;
  }

  /** A dict that is still open was being written. */
  finish(): boolean {
    if (this.barRows > 0 && this.isBarLoose()) this.table.dropNumbers('step');
    return this.open !== null && this.table.size > 0;
  }

  private takeLabel(line: ConsoleLine): boolean {
    if (!/step/i.test(line.text) || !LABEL_LINE.test(line.text)) return false;
    this.label = { text: line.text, line: line.line };
    return false;
  }

  private labelBefore(line: ConsoleLine, before: string): string {
    const above = this.label;
    this.label = null;
    return before.trim() === '' && above !== null && line.line - above.line <= 2 ? above.text : before;
  }

  private continueOpen(open: Open, line: ConsoleLine): boolean {
    open.length += line.text.length;
    if (open.text.length >= MOST_LINES || open.length > MAX_RECORD_BYTES) return false;
    if (!/^\s*['"].*[,}]\s*$/.test(line.text)) return false;
    open.text.push(line.text);
    if (!line.text.includes('}')) return true;
    const dict = parsePythonDict(open.text.join('\n'), 0);
    this.open = null;
    return dict !== null && this.add(open.label, dict.entries, open.place);
  }

  private add(before: string, entries: readonly DictEntry[], place: ConsoleLine): boolean {
    const label = [...before.matchAll(LABEL)].at(-1);
    if (!isRecord(entries, label !== undefined || before.trim() === '')) return false;
    if (!this.table.beginRow(place.line, 1)) return true;
    this.addStep(label, entries);
    for (const [key, value] of entries)
      if (typeof value === 'number') this.table.number(key, value);
      else if (value === null) this.addNone(key);
      else this.table.text(key, value);
    return true;
  }

  /** A metric that was a number before and is None now has no value: that is a sign, and NaN says it. */
  private addNone(key: string): void {
    if (this.table.hasNumber(key)) this.table.number(key, NaN);
  }

  /**
   * slime counts updates and rollouts on axes of their own; its updates belong to the rollout printed before them, so they
   * carry that too. It numbers its evaluations by rollouts.
   */
  private addStep(label: RegExpExecArray | undefined, entries: readonly DictEntry[]): void {
    if (label === undefined) {
      this.addBarStep(entries);
      return;
    }
    const word = (label.at(1) ?? '').toLowerCase();
    const step = Number(label[2]);
    const own = entries.some(([key]) => key.startsWith('train/'));
    if (word === 'rollout') this.rollout = step;
    if (word === 'eval') this.table.number('eval/step', step);
    if (word === 'rollout' || word === 'perf' || word === 'eval') this.table.number('rollout/step', step);
    else if (own && this.rollout !== null) {
      this.table.number('train/step', step);
      this.table.number('rollout/step', this.rollout);
    } else this.table.number('step', step);
  }

  private addBarStep(entries: readonly DictEntry[]): void {
    const { step } = this.bar;
    if (step === null || entries.some(([key]) => key === 'step')) return;
    const isTraining = entries.some(([key]) => key === 'loss');
    if (isTraining) {
      this.barRows++;
      if (step <= this.lastBar) this.barRepeats++;
      this.lastBar = step;
    }
    this.table.number('step', step);
  }

  /** A buffered console prints its rows in bursts, long after the bar passed them: then the bar tells no steps. */
  private isBarLoose(): boolean {
    return this.barRepeats * 10 > this.barRows;
  }
}

/** Numbers for the most part, and two of them at least unless a label says what it is: model output has dicts too. */
function isRecord(entries: readonly DictEntry[], isPlain: boolean): boolean {
  let numbers = 0;
  for (const [, value] of entries) if (typeof value === 'number') numbers++;
  return isPlain && numbers >= 1 && numbers * 2 >= entries.length;
}
