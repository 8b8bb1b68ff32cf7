import { t } from '@vscode/l10n';
import type { LogView } from './logView';

/** Why a file that a person wanted fitted has no fit, in the engine's own words; null where it has one. */
export function whyNoLog(fileName: string, view: LogView): string | null {
  if (view.kind === 'failed')
    return plainMessage(t('{0}: {1}; {2}', fileName, view.failure.reason, view.failure.remedy));
  if (view.kind === 'gone') return plainMessage(t('{0}: there is no such file any more', fileName));
  return null;
}

/** Links are the one markup that a message knows; names and text from a log must not make any. */
function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
