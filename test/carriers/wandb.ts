import { bytesField, fixed, integerField, join } from './protobufWriter';
import type { Bytes } from './protobufWriter';
import { crc32 } from './tfevents';

const BLOCK = 32768;
const HEADER = Uint8Array.from([0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0]);

/** Records in blocks of 32 KB, split where a block ends. */
export function wandbFile(records: readonly Bytes[]): Bytes {
  const parts: Bytes[] = [HEADER];
  let at = HEADER.length;
  const put = (bytes: Bytes): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const record of records) {
    let from = 0;
    do {
      const room = BLOCK - (at % BLOCK);
      if (room < 7) put(new Uint8Array(room));
      const most = BLOCK - (at % BLOCK) - 7;
      const piece = record.subarray(from, from + most);
      const begins = from === 0;
      from += piece.length;
      const ends = from >= record.length;
      put(chunk(begins ? (ends ? 1 : 2) : ends ? 4 : 3, piece));
    } while (from < record.length);
  }
  return join(...parts);
}

function chunk(type: number, data: Bytes): Bytes {
  const checked = join(Uint8Array.of(type), data);
  const crc = fixed(4, (view) => view.setUint32(0, crc32(checked), true));
  return join(
    crc,
    fixed(2, (view) => view.setUint16(0, data.length, true)),
    checked,
  );
}

/** An item named as wandb-core does it (`nested_key`), or as older writers do (`key`). */
export function item(name: string | readonly string[], json: string): Bytes {
  const key =
    typeof name === 'string' ? bytesField(1, name) : join(...name.map((part) => bytesField(2, part)));
  return join(key, bytesField(16, json));
}

/** A history record; a step of 0 is left out, as protobuf does. */
export function history(step: number, items: readonly Bytes[]): Bytes {
  const number = step === 0 ? new Uint8Array(0) : integerField(1, step);
  const record = join(...items.map((one) => bytesField(1, one)), bytesField(2, number));
  return join(integerField(1, step + 1), bytesField(2, record));
}

/** A summary record. */
export function summary(items: readonly Bytes[]): Bytes {
  return bytesField(3, join(...items.map((one) => bytesField(1, one))));
}

/** A config record. */
export function config(items: readonly Bytes[]): Bytes {
  return bytesField(5, join(...items.map((one) => bytesField(1, one))));
}

/** A run record with what it says of a person beside its config. */
export function run(items: readonly Bytes[]): Bytes {
  const record = join(
    bytesField(1, 'run-id'),
    bytesField(2, 'entity-jane'),
    bytesField(4, join(...items.map((one) => bytesField(1, one)))),
    bytesField(13, 'secret-host'),
    bytesField(16, 'jane@example.org'),
    bytesField(19, bytesField(1, 'git@github.com:jane/secret.git')),
  );
  return bytesField(17, record);
}

/** Console output. */
export function output(line: string): Bytes {
  return bytesField(13, bytesField(3, line));
}
