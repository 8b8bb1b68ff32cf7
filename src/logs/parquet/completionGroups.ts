import { t } from '@vscode/l10n';
import { MAX_GROUPS } from '../limits';
import type { TableBuilder } from '../tableBuilder';

/** One completion: of its texts only a fingerprint of the prompt and a length. */
export interface Completion {
  readonly step: number;
  readonly prompt: string;
  /** Each reward function's value, NaN where it gave none. */
  readonly rewards: readonly number[];
  readonly advantage: number;
  /** Characters, NaN where unknown. */
  readonly characters: number;
}

/** Running sums of one quantity (Welford's update). */
class Sums {
  count = 0;
  mean = 0;
  private squares = 0;

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const delta = value - this.mean;
    this.mean += delta / ++this.count;
    this.squares += delta * (value - this.mean);
  }

  /** With ddof 1, as torch has it; NaN below two values. */
  get std(): number {
    return this.count < 2 ? NaN : Math.sqrt(Math.max(0, this.squares) / (this.count - 1));
  }
}

class Group {
  readonly reward = new Sums();
  readonly advantage = new Sums();
  least = Infinity;
  most = -Infinity;
  /** Σ reward · advantage. */
  product = 0;
}

class Step {
  readonly groups = new Map<string, Group>();
  readonly reward = new Sums();
  readonly characters = new Sums();
  readonly functions: readonly Sums[];

  constructor(functions: number) {
    this.functions = Array.from({ length: functions }, () => new Sums());
  }
}

/** Groups whose advantages may disagree with equal weights: rounding, and groups that a trainer mixed. */
const MOST_DISAGREEING = 0.05;
const LEAST_CORRELATION = 0.995;

/**
 * The statistics of a run's completions, step by step: what a trainer's log has at best as means of means. A group is the
 * completions of one prompt in one step; its spread is the std with ddof 1 (TRL's, theory.md's σ).
 */
export class CompletionGroups {
  private readonly functions: readonly string[];
  private readonly steps = new Map<number, Step>();
  private groups = 0;
  private refused = 0;
  private least = Infinity;
  private most = -Infinity;

  constructor(functions: readonly string[]) {
    this.functions = functions;
  }

  /** One completion more; the total reward is the sum of what its functions gave. */
  add({ step, prompt, rewards, advantage, characters }: Completion): void {
    const given = rewards.filter((reward) => !Number.isNaN(reward));
    if (given.length === 0 || !Number.isFinite(step)) return;
    const total = given.reduce((sum, reward) => sum + reward, 0);
    const at = this.stepOf(step);
    const group = this.groupOf(at, prompt);
    if (group === null) return;
    rewards.forEach((reward, i) => at.functions[i]?.add(reward));
    at.reward.add(total);
    at.characters.add(characters);
    group.reward.add(total);
    group.advantage.add(advantage);
    group.product += total * advantage;
    group.least = Math.min(group.least, total);
    group.most = Math.max(group.most, total);
    this.least = Math.min(this.least, total);
    this.most = Math.max(this.most, total);
  }

  /** One row per step, ascending. */
  fill(table: TableBuilder): void {
    const steps = [...this.steps].sort(([a], [b]) => a - b);
    for (const [i, [number, step]] of steps.entries()) {
      if (!table.beginRow(i + 1, 1)) return;
      table.number('step', number);
      table.number('reward', step.reward.mean);
      this.functions.forEach((name, k) => {
        const sums = step.functions[k];
        if (sums.count === 0) return;
        table.number(`rewards/${name}/mean`, sums.mean);
        if (sums.count > 1) table.number(`rewards/${name}/std`, sums.std);
      });
      if (step.characters.count > 0) table.number('completion_characters_mean', step.characters.mean);
      this.addGroups(table, [...step.groups.values()]);
    }
  }

  /** What the numbers rest on. */
  notes(): string[] {
    const notes: string[] = [];
    const all = [...this.steps.values()].flatMap(({ groups }) => [...groups.values()]);
    const whole = all.filter(({ reward }) => reward.count > 1);
    notes.push(
      t('{0} groups of completions (one prompt in one step) read; none of their texts is kept.', all.length),
    );
    const equal = whole.filter(isEqual).length;
    if (equal > 0 && this.most > this.least) notes.push(this.equalGroups(whole, equal));
    if (this.functions.length > 1) notes.push(weights(this.functions.length, whole));
    if (this.refused > 0)
      notes.push(t('More than {0} groups: {1} completions of others left out.', MAX_GROUPS, this.refused));
    return notes;
  }

  private equalGroups(groups: readonly Group[], equal: number): string {
    const best = groups.filter((group) => isEqual(group) && group.most === this.most).length;
    const worst = groups.filter((group) => isEqual(group) && group.most === this.least).length;
    const share = Math.round((100 * equal) / groups.length);
    return t(
      '{0} % of the groups have equal rewards: {1} at the highest reward of the run (solved), {2} at the lowest (starved), {3} between.',
      ...[share, best, worst, equal - best - worst],
    );
  }

  private addGroups(table: TableBuilder, groups: readonly Group[]): void {
    const whole = groups.filter(({ reward }) => reward.count > 1);
    if (whole.length === 0) return;
    const share = (isOne: (group: Group) => boolean): number => whole.filter(isOne).length / whole.length;
    const spread = whole.reduce((sum, { reward }) => sum + reward.std, 0) / whole.length;
    table.number('reward_std_within_group', spread);
    table.number('frac_reward_zero_std', share(isEqual));
    if (this.most > this.least) {
      table.number(
        'frac_groups_solved',
        share((group) => isEqual(group) && group.most === this.most),
      );
      table.number(
        'frac_groups_starved',
        share((group) => isEqual(group) && group.most === this.least),
      );
    }
    const size = whole[0]?.reward.count ?? 0;
    if (whole.every(({ reward }) => reward.count === size)) table.number('num_generations', size);
  }

  private stepOf(step: number): Step {
    const known = this.steps.get(step) ?? new Step(this.functions.length);
    this.steps.set(step, known);
    return known;
  }

  private groupOf(step: Step, prompt: string): Group | null {
    const known = step.groups.get(prompt);
    if (known !== undefined) return known;
    if (this.groups >= MAX_GROUPS) {
      this.refused++;
      return null;
    }
    this.groups++;
    const group = new Group();
    step.groups.set(prompt, group);
    return group;
  }
}

function isEqual({ least, most }: Group): boolean {
  return least === most;
}

/** Within a group the advantage rises with the trainer's own total, whatever it is scaled by. */
function weights(functions: number, groups: readonly Group[]): string {
  const told = groups.filter((group) => !isEqual(group) && group.advantage.count === group.reward.count);
  const apart = told.filter((group) => !(correlation(group) >= LEAST_CORRELATION)).length;
  if (told.length === 0)
    return t(
      'The reward is the sum of {0} reward functions with weight 1 each: the file does not hold the weights.',
      functions,
    );
  return apart <= told.length * MOST_DISAGREEING
    ? t(
        'The reward is the sum of {0} reward functions with weight 1 each, which the advantages agree with.',
        functions,
      )
    : t(
        'The reward is the sum of {0} reward functions with weight 1 each; the advantages do not agree with it in {1} of {2} groups, so the trainer weighted them otherwise.',
        ...[functions, apart, told.length],
      );
}

function correlation({ reward, advantage, product }: Group): number {
  const covariance = (product - reward.count * reward.mean * advantage.mean) / (reward.count - 1);
  return covariance / (reward.std * advantage.std);
}
