import * as v from 'valibot';

/** What a model asks for; `package.json` holds the same as a JSON schema. */
export interface ToolInput {
  /** Absolute, or relative to a folder of the workspace. */
  readonly filePath: string;
  /** One run of a log of several. */
  readonly run?: string | undefined;
}

const SCHEMA = v.object({ filePath: v.pipe(v.string(), v.minLength(1)), run: v.optional(v.string()) });

/** The input where it is one: VS Code checks what a model sends, but not what another extension does. */
export function readToolInput(value: unknown): ToolInput | null {
  const result = v.safeParse(SCHEMA, value);
  return result.success ? result.output : null;
}
