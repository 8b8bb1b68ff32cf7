import * as v from 'valibot';
import { COMPARE_COPIES, COMPARE_SAVES, type FromComparePage, type RunRef } from '../../compareProtocol';

const LONGEST_NAME = 200;

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(100));

const pageMessage = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('cancel') }),
  v.strictObject({ type: v.literal('retry') }),
  v.strictObject({
    type: v.literal('arrange'),
    places: v.pipe(v.array(place), v.minLength(2), v.maxLength(100)),
  }),
  v.strictObject({ type: v.literal('named'), names }),
  v.strictObject({ type: v.literal('openFit'), place }),
  v.strictObject({ type: v.literal('openDiff'), first: place, second: place, all: v.boolean() }),
  v.strictObject({ type: v.literal('copyComparison'), what: v.picklist(COMPARE_COPIES), names }),
  v.strictObject({ type: v.literal('saveComparison'), what: v.picklist(COMPARE_SAVES), names }),
]);

const runRef = v.object({ uri: v.pipe(v.string(), v.nonEmpty()), run: v.nullable(v.string()) });
const state = v.object({ refs: v.pipe(v.array(runRef), v.minLength(1)) });

/** What the page has sent, or null where it is no message of the protocol. */
export function readComparePageMessage(value: unknown): FromComparePage | null {
  const { success, output } = v.safeParse(pageMessage, value);
  return success ? output : null;
}

/** Which runs a page compared before a reload, or null where nothing usable is there. */
export function readCompareState(value: unknown): readonly RunRef[] | null {
  const { success, output } = v.safeParse(state, value);
  return success ? output.refs : null;
}
