/**
 * The protocol between the extension host and the comparison's page; its rules are those of `protocol.ts`: the host
 * validates what it receives, text from logs travels as data, no message names a path or runs a command.
 */
import type { Comparison } from './compare/comparison';
import type { PictureTrack } from './report/curvePicture';
import type { TimeAxis } from './report/timeAxes';
import type { CurveName } from './dynamics/fit';
import type { PanelPoints } from './protocol';

/** A run that is compared: its log, and its name in it; null for all runs of that log. */
export interface RunRef {
  readonly uri: string;
  readonly run: string | null;
}

/** One run as the page draws it. */
export interface ComparedRunView {
  /** What tells it from the others, as short as that can be. */
  readonly label: string;
  /** The whole name, for the tooltip. */
  readonly name: string;
  /** What the page keeps a name of its own under. */
  readonly key: string;
  readonly points: PanelPoints;
  readonly track: (PictureTrack & { readonly curve: CurveName }) | null;
  readonly axes: readonly TimeAxis[];
}

/** Host → page. `revision` grows with every comparison, so that late messages can be dropped. */
export type ToComparePage =
  | {
      readonly type: 'comparing';
      readonly revision: number;
      /** Kept in the page's state, so that a reload restores it; never shown, never opened by the page. */
      readonly refs: readonly RunRef[];
      readonly bytes: number;
      readonly totalBytes: number | null;
    }
  | {
      readonly type: 'comparison';
      readonly revision: number;
      readonly refs: readonly RunRef[];
      readonly comparison: Comparison;
      readonly runs: readonly ComparedRunView[];
      /** Logs that could not be read, a sentence each. */
      readonly problems: readonly string[];
    }
  | {
      readonly type: 'compareFailed';
      readonly revision: number;
      readonly refs: readonly RunRef[];
      readonly reason: string;
      readonly remedy: string;
    };

/** What can be put on the clipboard. */
export const COMPARE_COPIES = ['sentence', 'markdown', 'json'] as const;
export type CompareCopy = (typeof COMPARE_COPIES)[number];

/** What can be saved as a file, by the file's ending. */
export const COMPARE_SAVES = ['md', 'json', 'svg'] as const;
export type CompareSave = (typeof COMPARE_SAVES)[number];

/** Page → host. Runs are named by their places in the comparison on screen. */
export type FromComparePage =
  | { readonly type: 'ready' }
  | { readonly type: 'cancel' }
  | { readonly type: 'retry' }
  /** Which runs to compare, in which order. */
  | { readonly type: 'arrange'; readonly places: readonly number[] }
  /** What the runs of the comparison on screen are called, in their order. */
  | { readonly type: 'named'; readonly names: readonly string[] }
  | { readonly type: 'openFit'; readonly place: number }
  /** The settings of two runs in VS Code's own diff editor: those that differ, or all. */
  | { readonly type: 'openDiff'; readonly first: number; readonly second: number; readonly all: boolean }
  | { readonly type: 'copyComparison'; readonly what: CompareCopy; readonly names: readonly string[] }
  | { readonly type: 'saveComparison'; readonly what: CompareSave; readonly names: readonly string[] };
