import { t } from '@vscode/l10n';
import { plainText } from '../../src/report/plainText';
import { el } from '../dom';
import { button } from '../toolkit';
import type { CompareNotice } from './compareStore';

/** The notice's content; `progress` is the node in which the reading's progress is shown. */
export function compareNoticeNodes(
  notice: CompareNotice | null,
  progress: Node,
  events: { readonly cancel: () => void; readonly retry: () => void },
): Node[] {
  if (notice === null) return [];
  if (notice.kind === 'comparing')
    return [
      el('p', { class: 'headline' }, t('Reading and fitting the runs')),
      progress,
      el('div', { class: 'actions' }, button(t('Cancel'), events.cancel)),
    ];
  const stale = notice.stale ? [el('p', {}, t('What is shown below is the last good comparison.'))] : [];
  return [
    el('p', { class: 'headline' }, plainText(sentence(notice.reason), 600)),
    el('p', {}, plainText(sentence(notice.remedy), 600)),
    ...stale,
    el('div', { class: 'actions' }, button(t('Compare again'), events.retry, { appearance: 'primary' })),
  ];
}

/** The engine's reasons are clauses. */
function sentence(clause: string): string {
  const text = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
