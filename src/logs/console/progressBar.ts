/** tqdm's own bar without a name in front, which is how transformers' Trainer draws it: `  2%|▏  | 10/500 [00:12<…`. */
const BAR = /^\s*\d+%\|[^|]*\|\s*(\d+)\/(\d+) \[/;

/**
 * The training step as the progress bar beside the records shows it: the Trainer's console rows carry no step
 * (log-formats.md §1.4). Of several bars (evaluation has one too) the one with the largest total is training's.
 */
export class ProgressBar {
  private shown: number | null = null;
  private total = 0;

  /** True when the text begins with a bar; what follows a bar on its line is given by `rest`. */
  take(text: string): boolean {
    if (!text.includes('%|')) return false;
    const match = BAR.exec(text);
    if (match === null) return false;
    const total = Number(match[2]);
    if (total < this.total) return true;
    this.total = total;
    this.shown = Number(match[1]);
    return true;
  }

  /** Steps done, null before the first bar. */
  get step(): number | null {
    return this.shown;
  }

  /** Steps planned, null before the first bar. */
  get most(): number | null {
    return this.total > 0 ? this.total : null;
  }
}
