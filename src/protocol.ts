/**
 * The one protocol between the extension host and the panel's page. Discriminated by `type`;
 * the host validates what it receives, the page trusts its host. Text from a log travels as data
 * and reaches the page as `textContent` only. No message names a path or runs a command.
 */
import type { CurvePicture } from './report/curvePicture';
import type { Report } from './report/report';
import type { Replay } from './report/replayOf';
import type { ResidualCheck } from './report/residualCheck';
import type { TimeAxis } from './report/timeAxes';
import type { WhatIf } from './report/whatIfOf';

/** The points of a run's reward, as plain arrays; of a very long log only as many as a picture can show. */
export interface PanelPoints {
  readonly steps: readonly number[];
  readonly rewards: readonly number[];
  /** 1-based lines in the log, null for binaries. */
  readonly lines: readonly number[] | null;
  /** How many points the log has, more than are sent where it is very long; all are sent where this is absent. */
  readonly total?: number;
}

/** One evidence metric for drawing: of a long log the lowest and the highest of each of many stretches. */
export interface PanelSeries {
  /** Canonical name. */
  readonly name: string;
  /** The log's own key. */
  readonly key: string;
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** How many rows of the log have it. */
  readonly total: number;
}

/** Host → page. `revision` grows with every reading of the file, so late messages can be dropped. */
export type HostMessage =
  | {
      readonly type: 'reading';
      readonly revision: number;
      readonly fileName: string;
      /** The log's URI, kept in `PanelState` so that a reload restores it; never shown, never opened by the page. */
      readonly uri: string;
      readonly bytes: number;
      readonly totalBytes: number | null;
    }
  | {
      /** Optional and early: the raw points, as soon as they are read, so that the first paint need not wait for the fit. */
      readonly type: 'points';
      readonly revision: number;
      readonly fileName: string;
      readonly uri: string;
      readonly runs: readonly (string | null)[];
      readonly selectedRun: number;
      readonly points: PanelPoints;
    }
  | {
      readonly type: 'analysis';
      readonly revision: number;
      readonly fileName: string;
      readonly uri: string;
      /** Names of all runs in the file; one null entry where it holds a single unnamed run. */
      readonly runs: readonly (string | null)[];
      readonly selectedRun: number;
      readonly points: PanelPoints;
      readonly report: Report;
      /** The curve with its bands, computed where all fits are known; null where no curve is trusted. */
      readonly picture: CurvePicture | null;
      /** Evidence metrics in the order they are shown. */
      readonly series: readonly PanelSeries[];
      /** Other ways to count how far the run has come, beside its step. */
      readonly axes: readonly TimeAxis[];
      /** What the curve leaves over; null where no curve is trusted. */
      readonly residuals: ResidualCheck | null;
      /** What "what if" starts from. */
      readonly whatIf: WhatIf;
      /** Modification time of the log, ms since the epoch, for the age of its last change; null where unknown. */
      readonly modifiedAt: number | null;
    }
  | {
      readonly type: 'failed';
      readonly revision: number;
      readonly fileName: string;
      readonly reason: string;
      readonly remedy: string;
      readonly line: number | null;
    }
  | { readonly type: 'gone'; readonly revision: number; readonly fileName: string };

/** Host → page: put the cursor on the point at this step, as soon as there are points. */
export interface PointerMessage {
  readonly type: 'goTo';
  readonly step: number;
}

/** Host → page: the text cursor stands on this line of the log; the point behind it is marked, nothing else moves. */
export interface LineMessage {
  readonly type: 'atLine';
  readonly line: number;
}

/** Host → page: the figure that the page asked for, to be turned into pixels. */
export interface FigureMessage {
  readonly type: 'figure';
  readonly svg: string;
}

/** Host → page: what would have been said at a step, or why that cannot be told. */
export interface ReplayMessage {
  readonly type: 'replay';
  readonly step: number;
  readonly replay: Replay | null;
  /** Where there is none. */
  readonly reason: string | null;
}

/** Everything a host says. */
export type ToPage = HostMessage | PointerMessage | LineMessage | FigureMessage | ReplayMessage;

/** What can be put on the clipboard. */
export const COPIES = ['sentence', 'summary', 'markdown', 'report'] as const;
export type CopyKind = (typeof COPIES)[number];

/** What can be saved as a file, by the file's ending. */
export const SAVES = ['json', 'md', 'html', 'svg', 'png', 'csv'] as const;
export type SaveKind = (typeof SAVES)[number];

/** Page → host. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'cancel' }
  | { readonly type: 'retry' }
  | { readonly type: 'selectRun'; readonly index: number }
  /** Asks with what to compare the shown run. */
  | { readonly type: 'compare' }
  /** One of the Report's `source.rewardColumns`. */
  | { readonly type: 'selectReward'; readonly index: number }
  | { readonly type: 'revealLine'; readonly line: number }
  /** What would have been said at this step? Whatever was asked before is not wanted any more; null wants nothing. */
  | { readonly type: 'replay'; readonly step: number | null }
  | { readonly type: 'copyText'; readonly what: CopyKind }
  | { readonly type: 'saveAs'; readonly what: SaveKind }
  /** The figure as a PNG, base64. */
  | { readonly type: 'savePng'; readonly data: string };

/** What the page keeps over reloads (vscode.setState): which log it shows, so that the host can restore it. */
export interface PanelState {
  readonly uri: string;
  readonly run: string | null;
}
