import type { HostMessage, PanelPoints } from '../src/protocol';

/** The host's answer with fit and meaning. */
export type AnalysisMessage = Extract<HostMessage, { type: 'analysis' }>;

/** What is going on with the file right now, beside the picture that is shown. */
export type Activity =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly bytes: number; readonly totalBytes: number | null }
  | { readonly kind: 'fitting' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly remedy: string;
      readonly line: number | null;
    }
  | { readonly kind: 'gone' };

/** Everything the page knows from its host. */
export interface PanelModel {
  readonly revision: number;
  readonly fileName: string | null;
  readonly uri: string | null;
  readonly runs: readonly (string | null)[];
  readonly selectedRun: number;
  /** The last good points, kept under an error. */
  readonly points: PanelPoints | null;
  /** The last good analysis of the selected run, kept under an error. */
  readonly analysis: AnalysisMessage | null;
  readonly activity: Activity;
}

/** Before the host has said anything. */
export const EMPTY_MODEL: PanelModel = {
  revision: -1,
  fileName: null,
  uri: null,
  runs: [],
  selectedRun: 0,
  points: null,
  analysis: null,
  activity: { kind: 'waiting' },
};

/** How far a reading has come; within one revision it never goes back. */
const STAGE = { waiting: 0, reading: 0, fitting: 1, ready: 2, failed: 2, gone: 2 } as const;

function isLate(model: PanelModel, message: HostMessage): boolean {
  if (message.revision !== model.revision) return message.revision < model.revision;
  const stage = message.type === 'reading' ? 0 : message.type === 'points' ? 1 : 2;
  const sameRun = message.type !== 'points' || message.selectedRun === model.selectedRun;
  return sameRun && stage < STAGE[model.activity.kind];
}

/** Another log in the same panel: the old picture is not this log's last good one. */
function forLog(model: PanelModel, uri: string): PanelModel {
  return model.uri === null || model.uri === uri ? model : { ...EMPTY_MODEL, revision: model.revision };
}

function withPoints(model: PanelModel, message: Extract<HostMessage, { type: 'points' }>): PanelModel {
  const { revision, fileName, uri, runs, selectedRun, points } = message;
  const base = forLog(model, uri);
  // A fit of an older revision stays over the new points until its own arrives; one of another run never does.
  const analysis = base.analysis?.selectedRun === selectedRun ? base.analysis : null;
  return { revision, fileName, uri, runs, selectedRun, points, analysis, activity: { kind: 'fitting' } };
}

/**
 * The model after a message. Messages of an older revision, and progress that arrives after its result,
 * change nothing (the same object comes back).
 */
export function reduce(model: PanelModel, message: HostMessage): PanelModel {
  if (isLate(model, message)) return model;
  const { revision, fileName } = message;
  switch (message.type) {
    case 'reading': {
      const { uri, bytes, totalBytes } = message;
      return {
        ...forLog(model, uri),
        revision,
        fileName,
        uri,
        activity: { kind: 'reading', bytes, totalBytes },
      };
    }
    case 'points':
      return withPoints(model, message);
    case 'analysis': {
      const { uri, runs, selectedRun, points } = message;
      const activity = { kind: 'ready' } as const;
      return { revision, fileName, uri, runs, selectedRun, points, analysis: message, activity };
    }
    case 'failed': {
      const { reason, remedy, line } = message;
      return { ...model, revision, fileName, activity: { kind: 'failed', reason, remedy, line } };
    }
    case 'gone':
      return { ...model, revision, fileName, activity: { kind: 'gone' } };
  }
}

/** True while the picture shows an older state of the file than the message above it speaks of. */
export function isStale(model: PanelModel): boolean {
  return model.points !== null && (model.activity.kind === 'failed' || model.activity.kind === 'gone');
}
