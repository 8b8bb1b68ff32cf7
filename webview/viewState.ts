import type { PanelState } from '../src/protocol';

/** What a person has set on the page, beside which log it shows. */
export interface ViewState {
  /** Names of the open folds. */
  readonly open: readonly string[];
  /** The steps in view, null for all. */
  readonly window: readonly [number, number] | null;
}

/** What the page hands to VS Code to keep over reloads. */
export interface SavedState extends PanelState {
  readonly view: ViewState;
}

/** All folds closed, all steps in view. */
export const DEFAULT_VIEW: ViewState = { open: [], window: null };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readWindow(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [first, last] = value as readonly unknown[];
  const ordered = typeof first === 'number' && typeof last === 'number' && first < last;
  return ordered ? [first, last] : null;
}

function readView(value: unknown): ViewState {
  if (!isRecord(value)) return DEFAULT_VIEW;
  const open = Array.isArray(value['open']) ? value['open'].filter((name) => typeof name === 'string') : [];
  return { open, window: readWindow(value['window']) };
}

/** What an earlier page saved; null where nothing usable is there (an older version wrote it, or nobody). */
export function readSavedState(value: unknown): SavedState | null {
  if (!isRecord(value) || typeof value['uri'] !== 'string') return null;
  const run = typeof value['run'] === 'string' ? value['run'] : null;
  return { uri: value['uri'], run, view: readView(value['view']) };
}
