import { t } from '@vscode/l10n';
import { plainText } from '../src/report/plainText';
import { formatCount } from '../src/report/formatNumber';
import { el } from './dom';
import { isStale, type Activity, type PanelModel } from './store';
import { button } from './toolkit';

/** What a notice lets a person do. */
export interface NoticeEvents {
  readonly cancel: () => void;
  readonly retry: () => void;
  readonly reveal: (line: number) => void;
}

/** What the notice says is going on. How far a reading has come is left out: it is shown in place. */
export type NoticeActivity = Exclude<Activity, { kind: 'reading' }> | { readonly kind: 'reading' };

/** What the notice is built from: plain data, so that it is rebuilt only when it changes. */
export interface NoticeData {
  readonly activity: NoticeActivity;
  readonly fileName: string;
  readonly stale: boolean;
}

/** The notice a model asks for; null when the page can speak for itself. */
export function noticeOf(model: PanelModel): NoticeData | null {
  const { activity, points } = model;
  const fileName = plainText(model.fileName ?? t('the log'));
  const stale = isStale(model);
  switch (activity.kind) {
    case 'failed':
    case 'gone':
      return { activity, fileName, stale };
    case 'reading':
      // While a file is read again the last picture says more than a progress bar; the header tells.
      return points === null ? { activity: { kind: 'reading' }, fileName, stale } : null;
    case 'waiting':
      return points === null ? { activity, fileName, stale } : null;
    case 'fitting':
    case 'ready':
      return null;
  }
}

function reading(name: string, progress: Node, events: NoticeEvents): Node[] {
  return [
    el('p', { class: 'headline' }, t('Reading {0}', name)),
    progress,
    el('div', { class: 'actions' }, button(t('Cancel'), events.cancel)),
  ];
}

function failed(
  activity: Extract<Activity, { kind: 'failed' }>,
  data: NoticeData,
  events: NoticeEvents,
): Node[] {
  const { reason, remedy, line } = activity;
  const place = line === null ? data.fileName : t('{0}, line {1}', data.fileName, formatCount(line));
  return [
    el('p', { class: 'headline' }, reason),
    el('p', { class: 'muted' }, place),
    el('p', {}, remedy),
    ...staleNote(data),
    el(
      'div',
      { class: 'actions' },
      button(t('Read again'), events.retry, { appearance: 'primary' }),
      ...(line === null ? [] : [button(t('Go to line {0}', formatCount(line)), () => events.reveal(line))]),
    ),
  ];
}

function staleNote({ stale }: NoticeData): Node[] {
  return stale ? [el('p', {}, t('What is shown below is the last good reading.'))] : [];
}

/** The notice's content; `progress` is the node in which a reading's progress is shown. */
export function noticeNodes(data: NoticeData | null, progress: Node, events: NoticeEvents): Node[] {
  if (data === null) return [];
  const { activity, fileName } = data;
  switch (activity.kind) {
    case 'failed':
      return failed(activity, data, events);
    case 'gone':
      return [
        el('p', { class: 'headline' }, t('{0} is gone: it was deleted or moved.', fileName)),
        el('p', {}, t('When it comes back under the same name, this panel follows it again.')),
        ...staleNote(data),
      ];
    case 'reading':
      return reading(fileName, progress, events);
    case 'waiting':
      return [el('p', { class: 'headline' }, t('Opening the log'))];
    case 'fitting':
    case 'ready':
      return [];
  }
}
