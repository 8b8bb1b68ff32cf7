import type { RunRef, ToComparePage } from '../../src/compareProtocol';

/** The host's answer. */
export type ComparisonMessage = Extract<ToComparePage, { type: 'comparison' }>;

/** Everything the page knows from its host. */
export interface CompareModel {
  readonly revision: number;
  readonly refs: readonly RunRef[];
  /** The last good comparison, kept while another is made and under an error. */
  readonly comparison: ComparisonMessage | null;
  readonly activity:
    | { readonly kind: 'waiting' | 'ready' }
    | { readonly kind: 'comparing'; readonly bytes: number; readonly totalBytes: number | null }
    | { readonly kind: 'failed'; readonly reason: string; readonly remedy: string };
}

/** Before the host has said anything. */
export const EMPTY_COMPARISON: CompareModel = {
  revision: -1,
  refs: [],
  comparison: null,
  activity: { kind: 'waiting' },
};

/** The model after a message; one of an older revision, and progress after its result, change nothing. */
export function reduceComparison(model: CompareModel, message: ToComparePage): CompareModel {
  const { revision, refs } = message;
  const isOver = model.activity.kind === 'ready' || model.activity.kind === 'failed';
  const isLate =
    revision < model.revision || (revision === model.revision && isOver && message.type === 'comparing');
  if (isLate) return model;
  switch (message.type) {
    case 'comparing': {
      const { bytes, totalBytes } = message;
      return { ...model, revision, refs, activity: { kind: 'comparing', bytes, totalBytes } };
    }
    case 'comparison':
      return { revision, refs, comparison: message, activity: { kind: 'ready' } };
    case 'compareFailed': {
      const { reason, remedy } = message;
      return { ...model, revision, refs, activity: { kind: 'failed', reason, remedy } };
    }
  }
}

/** What the notice is built from: plain data, so that it is rebuilt only when it changes. */
export interface CompareNotice {
  readonly kind: 'comparing' | 'failed';
  readonly reason: string;
  readonly remedy: string;
  readonly stale: boolean;
}

/** The notice a model asks for; null where the page can speak for itself. */
export function compareNoticeOf({ activity, comparison }: CompareModel): CompareNotice | null {
  const stale = comparison !== null;
  if (activity.kind === 'failed')
    return { kind: 'failed', reason: activity.reason, remedy: activity.remedy, stale };
  // While runs are compared again the last picture says more than a bar; the header tells.
  return stale || activity.kind === 'ready' ? null : { kind: 'comparing', reason: '', remedy: '', stale };
}
