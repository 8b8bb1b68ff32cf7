/** What a flag takes. `check` returns what is wrong with a number, or null where it will do. */
export type FlagKind =
  | { readonly kind: 'switch' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly check: (value: number) => string | null };

/** One flag of one command. */
export type Flag = FlagKind & {
  readonly name: string;
  readonly short?: string;
  /** Placeholder of the value in the help, e.g. KEY. */
  readonly value?: string;
  readonly help: string;
};

/** What was given: text, a checked number, or true for a switch, by the flag's name. */
export type FlagValues = ReadonlyMap<string, string | number | true>;

/** A command line taken apart. */
export interface ParsedArgs {
  readonly flags: FlagValues;
  readonly positionals: readonly string[];
}
