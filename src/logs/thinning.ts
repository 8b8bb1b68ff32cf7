import { t } from '@vscode/l10n';
/** Which of the records that are offered one after the other are taken: all of them until `thin` is called. */
export class Thinning {
  private reached: number;
  private offered = 0;

  constructor(level = 0) {
    this.reached = level;
  }

  /** Whether the next record is taken. */
  takes(): boolean {
    const place = this.offered++;
    return this.reached === 0 || staysByPlace(place, this.reached);
  }

  /** From here on half as many are taken; of those taken so far, the ones whose number `winsPair` stay. */
  thin(): number {
    return ++this.reached;
  }

  /** Of 2^level consecutive records one is taken. */
  get level(): number {
    return this.reached;
  }

  /** Records offered so far, taken or not. */
  get count(): number {
    return this.offered;
  }
}

const KEY = new DataView(new ArrayBuffer(8));

/**
 * Whether the record of this number stays where one of 2^level stays. Of every two that stayed at the level before, a fixed
 * coin keeps one: so exactly one of each 2^level consecutive records stays, and rows that take turns (training and
 * evaluation, two arms) all keep their share, which "every second row" would not give them.
 */
export function staysByPlace(place: number, level: number): boolean {
  for (let at = 1; at <= level; at++) if (!winsPair(place / 2 ** (at - 1), at)) return false;
  return true;
}

/** Whether, of the two neighbours that stayed at the level before, the one of this number stays at this level. */
export function winsPair(number: number, level: number): boolean {
  const one = Math.floor(number);
  return one % 2 === (mixed(Math.floor(one / 2), level) & 1);
}

/**
 * Whether the values of this step stay where one step of 2^level stays: by the step alone, so that metrics that are
 * written one after the other keep the same steps. The salt tells values of one metric apart that share a step: `saltOf` the
 * attempt, and one more for each repetition.
 */
export function staysByStep(step: number, salt: number, level: number): boolean {
  KEY.setFloat64(0, step);
  const hash = mixed(KEY.getInt32(0), mixed(KEY.getInt32(4), salt));
  return (hash & (2 ** level - 1)) === 0;
}

/** The first salt of an attempt. */
export function saltOf(attempt: number): number {
  return Math.imul(attempt, 0x9e3779b1);
}

/** What is said where rows were thinned; `what` says what there was too much of. */
export function thinnedNote(what: string, level: number): string {
  const size = 2 ** level;
  return t(
    '{0}: of every {1} one was kept, spread over the whole log; counts are of those kept, and a swing faster than {2} of them cannot be seen.',
    ...[what, size, 2 * size],
  );
}

/** Two integers to 32 well-mixed bits (murmur3's finaliser). */
function mixed(a: number, b: number): number {
  let hash = (Math.imul(a | 0, 0x9e3779b1) ^ Math.imul((b | 0) + 0x7f4a7c15, 0x85ebca6b)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
