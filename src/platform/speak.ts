import { config } from '@vscode/l10n';

/** Texts in the language of the editor, by their English wording; what `vscode.l10n.bundle` holds. Plain data. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Lets every `t(…)` of this bundle speak the editor's language; undefined is English. Each file of `dist` has a `t` of
 * its own and has to be told: one that is not, as the command line, speaks English.
 */
export function speak(translations: Translations | undefined): void {
  config({ contents: translations ?? {} });
}
