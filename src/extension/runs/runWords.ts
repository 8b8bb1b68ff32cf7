import { MODE_LABELS } from '../../report/findingsInWords';
import type { Report } from '../../report/report';
import { stateInWords } from '../../report/sentences';

/** A run in a few words: the worst of what was seen, its state, and how far it has come. A narrow row keeps the first. */
export function runWords({ interpretation: { state, progress }, findings }: Report): string {
  const reached =
    state === 'rising' && progress !== null ? ` · ${Math.round(100 * progress.value)} % reached` : '';
  const worst =
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => severity === 'warning');
  return `${worst === undefined ? '' : `${MODE_LABELS[worst.mode]} · `}${stateInWords(state)}${reached}`;
}
