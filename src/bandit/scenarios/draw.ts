import type { Random } from '../random';

/** Random choices for a scenario, from one seeded stream. */
export class Draw {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** Uniform between two numbers. */
  between(low: number, high: number): number {
    return low + (high - low) * this.random.uniform();
  }

  /** Uniform on a logarithmic scale between two positive numbers. */
  betweenLog(low: number, high: number): number {
    return Math.exp(this.between(Math.log(low), Math.log(high)));
  }

  /** Whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + this.random.below(high - low + 1);
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    return items[this.random.below(items.length)];
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.random.uniform() < probability;
  }
}
