import { t } from '@vscode/l10n';
import type { Report } from '../report/report';
import { hoverLine, stateInWords } from '../report/sentences';
import type { CalmFailure, LogView } from './logView';
import { MODE_LABELS } from '../report/findingsInWords';
import { BADGES, FAILED_BADGE, PENDING_BADGE } from './badges';

/** A badge and one plain line. */
export interface Sign {
  readonly badge: string;
  readonly line: string;
}

/** A recognised log of which no more is known yet. */
export function pendingLine(): string {
  return t('GRPO reward log, being read…');
}

/** What the explorer, the lens and the status bar say of a file; null where it is not known to be a log. */
export function signOf(view: LogView): Sign | null {
  switch (view.kind) {
    case 'analysed': {
      const [first, ...others] = view.reports;
      return { badge: BADGES[first.interpretation.state], line: linesOf(first, others.length) };
    }
    case 'reading':
      return view.recognition && { badge: PENDING_BADGE, line: pendingLine() };
    case 'large':
      return {
        badge: PENDING_BADGE,
        line: t('GRPO reward log of {0}: open it to have it fitted', megabytes(view.stat.size)),
      };
    case 'failed':
      return view.recognition && failedSign(view.failure);
    case 'unknown':
    case 'not-a-log':
    case 'gone':
      return null;
  }
}

function failedSign({ kind, reason }: CalmFailure): Sign {
  const badge = kind === 'aborted' ? PENDING_BADGE : FAILED_BADGE;
  return { badge, line: t('GRPO reward log, {0}', reason) };
}

/** The line of the lens: what the explorer's hover says, and the state in the status bar's word for it. */
export function lensLine(view: LogView): string {
  const line = signOf(view)?.line ?? pendingLine();
  if (view.kind !== 'analysed') return line;
  const state = stateInWords(view.reports[0].interpretation.state);
  return line.includes(state) ? line : `${line} · ${state}`;
}

/** The few words of the status bar: the state, and how far it has come where the fit can tell. */
export function statusWords({ interpretation }: Report): string {
  const { state, progress } = interpretation;
  const words = stateInWords(state);
  return state === 'rising' && progress !== null
    ? t('GRPO: {0} · {1} reached', words, percent(progress.value))
    : t('GRPO: {0}', words);
}

function linesOf(first: Report, others: number): string {
  const line = `${hoverLine(first)}${worstOf(first)}`;
  if (others === 0) return line;
  return others === 1 ? t('{0} · and 1 more run', line) : t('{0} · and {1} more runs', line, others);
}

/** The worst of what was seen, in words. */
function worstOf({ findings }: Report): string {
  const seen = findings.filter(({ verdict }) => verdict === 'present');
  const worst =
    seen.find(({ severity }) => severity === 'error') ?? seen.find(({ severity }) => severity === 'warning');
  if (worst === undefined) return '';
  const mode = MODE_LABELS[worst.mode];
  return ` · ${worst.severity === 'error' ? t('error: {0}', mode) : t('warning: {0}', mode)}`;
}

function percent(fraction: number): string {
  return `${Math.round(100 * fraction)} %`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}
