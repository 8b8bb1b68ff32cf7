/** One constant in words: every row says something, a number or why there is none. */
export interface ConstantRow {
  readonly name: string;
  readonly value: string;
  /** False where the value is a reason ("too early") rather than a number. */
  readonly known: boolean;
  /** What it means for the person reading the log. */
  readonly meaning: string;
  /** The formula behind it, for the hover. */
  readonly formula: string;
}

/** What does not change with the run: asked for when a row is made, as no language is known before. */
export interface ConstantWords {
  readonly meaning: () => string;
  readonly formula: () => string;
}
