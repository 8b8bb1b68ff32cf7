import { DEFAULT_VIEW, readView, type ViewState } from '../viewState';

/** What a person has set on the page. */
export interface CompareView extends ViewState {
  /** Names a person gave to runs, by the run's key. */
  readonly names: Readonly<Record<string, string>>;
}

/** Nothing set. */
export const DEFAULT_COMPARE_VIEW: CompareView = { ...DEFAULT_VIEW, names: {} };

/** The longest name that is taken. */
export const LONGEST_NAME = 60;

/** What an earlier page saved; all of it checked. */
export function readCompareView(saved: unknown): CompareView {
  const view = isRecord(saved) ? saved['view'] : null;
  const names = isRecord(view) && isRecord(view['names']) ? view['names'] : {};
  const kept = Object.entries(names).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    ...readView(view),
    names: Object.fromEntries(kept.map(([key, name]) => [key, name.slice(0, LONGEST_NAME)])),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
