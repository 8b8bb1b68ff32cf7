import { config } from '@vscode/l10n';

/** Lets every `t(…)` of the page speak the language its host has put into the markup; called before anything is drawn. */
export function readTranslations(): void {
  const given = document.querySelector<HTMLMetaElement>('meta[name="translations"]');
  if (given !== null) config({ contents: given.content });
}
