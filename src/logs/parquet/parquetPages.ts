import { checkRuns } from './checkRuns';
import { PageHeaders } from './pageHeaders';
import type { PageHeader } from './pageHeaders';
import { unpackSnappy } from './unpackSnappy';

/** Field ids of parquet.thrift. */
const PAGE = { type: 1, unpacked: 2, packed: 3, data: 5, dictionary: 7, dataV2: 8 } as const;
const DATA = { values: 1, encoding: 2 } as const;
const DATA_V2 = {
  values: 1,
  nulls: 2,
  rows: 3,
  encoding: 4,
  definition: 5,
  repetition: 6,
  isPacked: 7,
} as const;

/** The kind of header that each type of page must have. */
const KIND_OF_TYPE: ReadonlyMap<number | undefined, number> = new Map([
  [0, PAGE.data],
  [2, PAGE.dictionary],
  [3, PAGE.dataV2],
]);

const ENCODING = { plain: 0, plainDictionary: 2, runs: 3, dictionary: 8 } as const;

/** What the pages of a flat column may claim. */
export interface PageLimits {
  /** Rows of the row group: of a flat column no page holds more values. */
  readonly rows: number;
  /** Bytes that all pages together may unpack to. */
  readonly unpacked: number;
  readonly isSnappy: boolean;
  readonly isNullable: boolean;
  readonly isBoolean: boolean;
}

/**
 * Checks what the pages of a flat column claim before anything is decoded: a decoder takes the memory and the time that a
 * header or a run asks for. Throws a RangeError where they are damaged, claim too much, or are encoded in another way than
 * plain, as dictionary or as runs.
 */
export function checkPages(bytes: Uint8Array, limits: PageLimits): void {
  const headers = new PageHeaders(bytes);
  let left = limits.unpacked;
  while (headers.at < bytes.length - 1) {
    const header = headers.next();
    const packed = within(header.fields.get(PAGE.packed), bytes.length - headers.at);
    const body = bytes.subarray(headers.at, headers.at + packed);
    checkPage(header, body, { ...limits, unpacked: left });
    left -= header.fields.get(PAGE.unpacked) ?? 0;
    headers.at += packed;
  }
}

function checkPage({ fields, kinds }: PageHeader, body: Uint8Array, limits: PageLimits): void {
  const unpacked = within(fields.get(PAGE.unpacked), limits.unpacked);
  const kind = KIND_OF_TYPE.get(fields.get(PAGE.type));
  const claims = kind === undefined ? undefined : kinds.get(kind);
  if (claims === undefined) throw new RangeError('a page is of no known kind');
  const values = within(claims.get(DATA.values), limits.rows);
  if (kind === PAGE.data) {
    const page = limits.isSnappy ? unpackSnappy(body, unpacked) : body;
    checkData(page, values, claims.get(DATA.encoding), limits);
  } else if (kind === PAGE.dataV2) checkDataV2(claims, body, unpacked, limits);
}

function checkData(page: Uint8Array, values: number, encoding: number | undefined, limits: PageLimits): void {
  if (!limits.isNullable) {
    checkValues(page, 0, values, encoding, { ...limits, isV2: false });
    return;
  }
  const end = 4 + within(lengthAt(page, 0), page.length - 4);
  const present = checkRuns(page, { from: 4, to: end, width: 1, values });
  checkValues(page, end, present, encoding, { ...limits, isV2: false });
}

/** Levels stand before what is packed, without a length of their own. */
function checkDataV2(
  claims: ReadonlyMap<number, number>,
  body: Uint8Array,
  unpacked: number,
  limits: PageLimits,
): void {
  const values = within(claims.get(DATA_V2.values), limits.rows);
  const nulls = within(claims.get(DATA_V2.nulls), limits.isNullable ? values : 0);
  const levels = within(claims.get(DATA_V2.definition), Math.min(body.length, unpacked));
  within(claims.get(DATA_V2.repetition), 0);
  within(claims.get(DATA_V2.rows), limits.rows);
  if (limits.isNullable) {
    const present = checkRuns(body, { from: 0, to: levels, width: 1, values });
    if (present !== values - nulls) throw new RangeError('a page claims other nulls than it has');
  }
  const packed = body.subarray(levels);
  const isPacked = limits.isSnappy && claims.get(DATA_V2.isPacked) !== 0 && unpacked > levels;
  const page = isPacked ? unpackSnappy(packed, unpacked - levels) : packed;
  const encoding = claims.get(DATA_V2.encoding);
  checkValues(page, 0, values - nulls, encoding, { ...limits, isV2: true });
}

function checkValues(
  page: Uint8Array,
  from: number,
  values: number,
  encoding: number | undefined,
  { isBoolean, isV2 }: PageLimits & { readonly isV2: boolean },
): void {
  if (encoding === ENCODING.plain) return;
  if (encoding === ENCODING.runs && isBoolean) {
    const to = from + 4 + within(lengthAt(page, from), page.length - from - 4);
    checkRuns(page, { from: from + 4, to, width: 1, values });
    return;
  }
  if (!isDictionary(encoding) || isBoolean)
    throw new RangeError('a page is encoded in a way that is not read here');
  if (from >= page.length) throw new RangeError('a page is cut off');
  const width = page[from];
  // In pages of the first version the decoder fills in zeros where a value has no bits; from there on it walks over runs.
  if (width > 0 || isV2) checkRuns(page, { from: from + 1, to: page.length, width, values });
}

function isDictionary(encoding: number | undefined): boolean {
  return encoding === ENCODING.dictionary || encoding === ENCODING.plainDictionary;
}

function lengthAt(page: Uint8Array, at: number): number | undefined {
  return at + 4 > page.length
    ? undefined
    : new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(at, true);
}

function within(claimed: number | undefined, most: number): number {
  if (claimed === undefined || !(claimed >= 0 && claimed <= most))
    throw new RangeError('a page header claims too much');
  return claimed;
}
