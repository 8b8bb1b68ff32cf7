import * as v from 'valibot';
import type { PageMessage, PanelState } from '../../protocol';
import { COPIES, SAVES } from '../../protocol';

/** A picture of the panel's size is a tenth of this; anything longer is not one. */
const MOST_BASE64 = 16 * 1024 * 1024;

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

const pageMessage = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('cancel') }),
  v.strictObject({ type: v.literal('retry') }),
  v.strictObject({ type: v.literal('compare') }),
  v.strictObject({ type: v.literal('selectRun'), index }),
  v.strictObject({ type: v.literal('selectReward'), index }),
  v.strictObject({ type: v.literal('revealLine'), line }),
  v.strictObject({ type: v.literal('replay'), step: v.nullable(v.pipe(v.number(), v.finite())) }),
  v.strictObject({ type: v.literal('copyText'), what: v.picklist(COPIES) }),
  v.strictObject({ type: v.literal('saveAs'), what: v.picklist(SAVES) }),
  v.strictObject({
    type: v.literal('savePng'),
    data: v.pipe(v.string(), v.base64(), v.maxLength(MOST_BASE64)),
  }),
]);

// Not strict: the page keeps its own view (open folds, zoom) beside what the host needs.
const panelState = v.object({ uri: v.pipe(v.string(), v.nonEmpty()), run: v.nullable(v.string()) });

/** What the page has sent, or null where it is no message of the protocol. */
export function readPageMessage(value: unknown): PageMessage | null {
  const { success, output } = v.safeParse(pageMessage, value);
  return success ? output : null;
}

/** What a page kept over a reload, or null where nothing usable is there. */
export function readPanelState(value: unknown): PanelState | null {
  const { success, output } = v.safeParse(panelState, value);
  return success ? output : null;
}
