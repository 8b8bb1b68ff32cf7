import type { PanelState } from '../src/protocol';
import type { Axis } from './chart/axis';
import type { HeightKind } from './chart/heightScale';
import type { Smoothing } from './chart/smoothing';
import { KINDS, readValue, SETTINGS, type Moved } from './whatIf/settings';

/** What a person has set on the page, beside which log it shows. */
export interface ViewState {
  /** Names of the open folds. */
  readonly open: readonly string[];
  /** The steps in view, null for all. */
  readonly window: readonly [number, number] | null;
  /** What the horizontal axis counts; the step where the log has no such axis. */
  readonly axis: Axis['kind'];
  readonly height: HeightKind;
  readonly smoothing: Smoothing;
  /** The step that is replayed, null for none. */
  readonly replay: number | null;
  /** The settings of "what if" that were moved. */
  readonly moved: Moved;
}

/** What the page hands to VS Code to keep over reloads. */
export interface SavedState extends PanelState {
  readonly view: ViewState;
}

/** All folds closed, all steps in view, everything as logged. */
export const DEFAULT_VIEW: ViewState = {
  open: [],
  window: null,
  axis: 'step',
  height: 'linear',
  smoothing: { kind: 'none', strength: 0.9 },
  replay: null,
  moved: {},
};

const AXES = ['step', 'tokens', 'time', 'optimizer'] as const;
const HEIGHTS = ['linear', 'log', 'symlog'] as const;
const SMOOTHINGS = ['none', 'ema', 'window'] as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readWindow(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [first, last] = value as readonly unknown[];
  const ordered = typeof first === 'number' && typeof last === 'number' && first < last;
  return ordered ? [first, last] : null;
}

function oneOf<T extends string>(names: readonly T[], value: unknown): T {
  return names.find((name) => name === value) ?? names[0];
}

function readSmoothing(value: unknown): Smoothing {
  if (!isRecord(value)) return DEFAULT_VIEW.smoothing;
  const { kind, strength } = value;
  const isStrength = typeof strength === 'number' && strength >= 0 && strength < 1;
  return {
    kind: oneOf(SMOOTHINGS, kind),
    strength: isStrength ? strength : DEFAULT_VIEW.smoothing.strength,
  };
}

function readReplay(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Only what a slider can stand at. */
function readMoved(value: unknown): Moved {
  if (!isRecord(value)) return DEFAULT_VIEW.moved;
  const moved = SETTINGS.flatMap((name) => {
    const read = typeof value[name] === 'number' ? readValue(KINDS[name], String(value[name])) : null;
    return read === null ? [] : [[name, read] as const];
  });
  return Object.fromEntries(moved);
}

/** What of it can be used; the rest as it is at first. */
export function readView(value: unknown): ViewState {
  if (!isRecord(value)) return DEFAULT_VIEW;
  const open = Array.isArray(value['open']) ? value['open'].filter((name) => typeof name === 'string') : [];
  return {
    open,
    window: readWindow(value['window']),
    axis: oneOf(AXES, value['axis']),
    height: oneOf(HEIGHTS, value['height']),
    smoothing: readSmoothing(value['smoothing']),
    replay: readReplay(value['replay']),
    moved: readMoved(value['moved']),
  };
}

/** What an earlier page saved; null where nothing usable is there (an older version wrote it, or nobody). */
export function readSavedState(value: unknown): SavedState | null {
  if (!isRecord(value) || typeof value['uri'] !== 'string') return null;
  const run = typeof value['run'] === 'string' ? value['run'] : null;
  return { uri: value['uri'], run, view: readView(value['view']) };
}
