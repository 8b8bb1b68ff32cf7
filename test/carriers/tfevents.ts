import { bytesField, doubleField, fixed, floatField, integerField, join } from './protobufWriter';
import type { Bytes } from './protobufWriter';

/** One bit at a time, as the definition has it: independent of the product's tables. */
function crc(polynomial: number, bytes: Bytes): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
  }
  return ~value >>> 0;
}

/** CRC-32C. */
export const crc32c = (bytes: Bytes): number => crc(0x82f63b78, bytes);
/** zlib's. */
export const crc32 = (bytes: Bytes): number => crc(0xedb88320, bytes);

const uint32 = (value: number): Bytes => fixed(4, (view) => view.setUint32(0, value, true));
const uint64 = (value: number): Bytes => fixed(8, (view) => view.setBigUint64(0, BigInt(value), true));
const masked = (bytes: Bytes): Bytes => {
  const value = crc32c(bytes);
  return uint32((((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0);
};

/** Length, check, data, check. */
export function frame(data: Bytes, length = data.length): Bytes {
  const header = uint64(length);
  return join(header, masked(header), data, masked(data));
}

/** What every event file begins with. */
export function versionEvent(wallTime: number): Bytes {
  return frame(join(doubleField(1, wallTime), bytesField(3, 'brain.Event:2')));
}

/** An event with a summary of these values. */
export function summaryEvent(step: number, wallTime: number, values: readonly Bytes[]): Bytes {
  const summary = join(...values.map((value) => bytesField(1, value)));
  return frame(join(doubleField(1, wallTime), integerField(2, step), bytesField(5, summary)));
}

/** torch's purge_step. */
export function sessionStart(step: number, wallTime: number): Bytes {
  return frame(join(doubleField(1, wallTime), integerField(2, step), bytesField(7, integerField(1, 1))));
}

/** A scalar as torch writes it. */
export function simpleValue(tag: string, value: number): Bytes {
  return join(bytesField(1, tag), floatField(2, value));
}

/** A value held by a tensor. */
export function tensorValue(tag: string, ...fields: readonly Bytes[]): Bytes {
  return join(bytesField(1, tag), bytesField(8, join(...fields)));
}

/** A text as add_text writes it. */
export function textValue(tag: string, text: string): Bytes {
  const metadata = bytesField(1, bytesField(1, 'text'));
  const shape = bytesField(2, integerField(1, 1));
  return join(
    bytesField(1, `${tag}/text_summary`),
    bytesField(9, metadata),
    bytesField(8, join(integerField(1, 7), bytesField(2, shape), bytesField(8, text))),
  );
}

/** One row of a run: a step and the metrics logged at it. */
export type Row = Readonly<Record<string, number>> & { readonly step: number };

/** A whole event file as a Trainer writes it: an event for each value. */
export function tfevents(rows: readonly Row[], wallTime = 1_700_000_000): Bytes {
  const events = rows.flatMap(({ step, ...metrics }, i) =>
    Object.entries(metrics).map(([tag, value]) =>
      summaryEvent(step, wallTime + 10 * i, [simpleValue(tag, value)]),
    ),
  );
  return join(versionEvent(wallTime), ...events);
}
