import { TableBuilder } from '../tableBuilder';
import type { ConsoleLine, LineGrammar } from './grammar';
import { NUMBER, valueOf } from './numbersInText';

/** How such a line looks. */
export const FREE_TEXT = 'reward: 0.31';

const REWARD = /(?:rewards?|scores?|returns?)$/i;

const REWARD_WORD = /reward|score|return/i;
const STEP_WORD = /step|iter|update|episode|batch|rollout/i;

/** `step 12`, `Step: 12/500`, `global_step=12`, `[iter 12]`; and the same in other words for "step". */
const STEP =
  /(?:^|[^a-z])(?:global[ _]|train(?:ing)?[ _]|optim(?:izer)?[ _])?(step|iter|iteration|update|episode|batch|rollout)s?(?:[ _]?#|\b)[ \t]{0,16}[:=]?[ \t]{0,16}(\d+)(?![\d.%]|:\d)(?:[ \t]{0,16}\/[ \t]{0,16}(\d+))?/i;
const FRACTION = /(?:^|[[(\s])(\d+)\/(\d+)(?=[\])\s:|,]|$)/;
const EPOCH =
  /(?:^|[^a-z])(epoch)s?[ \t]{0,16}[:=]?[ \t]{0,16}(\d+)(?![\d.%])(?:[ \t]{0,16}\/[ \t]{0,16}(\d+))?/i;

/**
 * A name, then its number: `reward: 0.31`, `reward=0.31`, `mean reward 0.31`, `Reward (mean): 0.31`. Repetitions are
 * bounded: a line may be megabytes of blanks or of one name, and no search may go through it once for each of its places.
 */
const PAIR = new RegExp(
  String.raw`(?<![A-Za-z_])([A-Za-z_][\w./@-]{0,127})["']?(?: ?\((\w+)\))?(?:\s{0,32}[:=]\s{0,32}["']?|\s{1,32}(?:(?:is|of)\s{1,8})?)(${NUMBER})(?![\w/:]|\.\d)`,
  'g',
);

/** Words before a name that make it another metric; "mean" and "train" do not. */
const QUALIFIER =
  /^(?:eval|evaluation|val|valid|validation|test|best|max|maximum|min|minimum|std|median|last|previous|prev|target|baseline|running|ema|smoothed|total|cumulative)$/i;
const STATISTIC = /^(?:mean|avg|average|std|min|max|median|total|overall)$/i;
const MEAN = /^(?:mean|avg|average|train|training)$/i;

/** Characters before a name in which the word that qualifies it may end. */
const NEAR = 64;

/** A heading gives its step to the lines below it, as far as this. */
const REACH = 200;

interface Heading {
  readonly key: string;
  readonly step: number;
  readonly line: number;
}

/**
 * What people print themselves: `Step 12/500 reward: 0.31 loss: 0.02`, or a heading `Step 12` and a metric per line below
 * it. The key is the word before the number. Only looked at where no trainer's own lines are.
 */
export class FreeText implements LineGrammar {
  readonly shape = FREE_TEXT;
  readonly table = new TableBuilder();
  mostSteps: number | null = null;
  private heading: Heading | null = null;

  /** A line with a reward, or below a heading one that holds little but metrics. */
  take(line: ConsoleLine): boolean {
    const { text } = line;
    const mayHaveReward = REWARD_WORD.test(text);
    const here = this.stepIn(line);
    if (here !== null && !mayHaveReward) this.heading = here;
    if (!mayHaveReward && (!this.isBelowHeading(line) || !/\d/.test(text))) return false;
    const pairs = pairsOf(text);
    const hasReward = pairs.some(([key]) => REWARD.test(key));
    if (!hasReward && !(pairs.length > 0 && this.isBelowHeading(line) && isMostlyPairs(text, pairs.length)))
      return false;
    const step = here ?? (this.isBelowHeading(line) ? this.heading : null);
    return this.add(line, step, pairs);
  }

  private add(
    line: ConsoleLine,
    step: Heading | null,
    pairs: readonly (readonly [string, number])[],
  ): boolean {
    const others = pairs.filter(([key]) => key.toLowerCase() !== step?.key);
    if (others.length === 0 || !this.table.beginRow(line.line, 1)) return others.length > 0;
    if (step !== null) this.table.number(step.key, step.step);
    for (const [key, value] of others) this.table.number(key, value);
    return true;
  }

  private isBelowHeading(line: ConsoleLine): boolean {
    return this.heading !== null && line.line - this.heading.line <= REACH;
  }

  private stepIn({ text, line }: ConsoleLine): Heading | null {
    if (!/\d/.test(text)) return null;
    const named = STEP_WORD.test(text) ? STEP.exec(text) : null;
    if (named !== null)
      return this.counted((named.at(1) ?? '').toLowerCase(), named.at(2), named.at(3), line);
    const fraction = text.includes('/') ? FRACTION.exec(text) : null;
    if (fraction !== null && Number(fraction[1]) <= Number(fraction[2]))
      return this.counted('step', fraction.at(1), fraction.at(2), line);
    const epoch = /epoch/i.test(text) ? EPOCH.exec(text) : null;
    return epoch === null ? null : this.counted('epoch', epoch.at(2), epoch.at(3), line);
  }

  private counted(key: string, step: string | undefined, most: string | undefined, line: number): Heading {
    if (key === 'step' && most !== undefined) this.mostSteps = Number(most);
    return { key, step: Number(step), line };
  }
}

/** Each name once: a second one of a line keeps what stands before it. */
function pairsOf(text: string): (readonly [string, number])[] {
  const pairs = new Map<string, number>();
  let from = 0;
  for (const match of text.matchAll(PAIR)) {
    const before =
      text.slice(Math.max(from, match.index - NEAR), match.index).match(/([A-Za-z]+)[\s:_(=-]*$/)?.[1] ?? '';
    from = match.index + match[0].length;
    const key = keyOf(match.at(1) ?? '', match.at(2) ?? '', before);
    if (!pairs.has(key)) pairs.set(key, valueOf(match.at(3) ?? ''));
  }
  return [...pairs];
}

function keyOf(name: string, inBrackets: string, before: string): string {
  const bracketed = inBrackets === '' || MEAN.test(inBrackets) ? name : `${name}_${inBrackets}`;
  if (STATISTIC.test(name) && before !== '') return MEAN.test(name) ? before : `${before}_${name}`;
  return QUALIFIER.test(before) ? `${before}_${bracketed}` : bracketed;
}

/** Few words beside the pairs: "lr: 1e-6 | kl: 0.01", and not a sentence with a number in it. */
function isMostlyPairs(text: string, pairs: number): boolean {
  const words = text.match(/[A-Za-z][\w./-]*/g)?.length ?? 0;
  return words <= pairs * 2;
}
