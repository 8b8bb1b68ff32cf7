import { t } from '@vscode/l10n';
import { MODE_LABELS } from '../../report/findingsInWords';
import type { Report } from '../../report/report';
import { stateInWords } from '../../report/sentences';

/** A run in a few words: the worst of what was seen, its state, and how far it has come. A narrow row keeps the first. */
export function runWords({ interpretation: { state, progress }, findings }: Report): string {
  const worst =
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => severity === 'warning');
  const words = stateInWords(state);
  const reached =
    state === 'rising' && progress !== null
      ? t('{0} · {1} % reached', words, Math.round(100 * progress.value))
      : words;
  return worst === undefined ? reached : `${MODE_LABELS[worst.mode]} · ${reached}`;
}
