import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource, SourceStat } from './byteSource';
import { HEAD_BYTES } from './limits';
import { LogError } from './logError';
import type { LogFormat, RawLog } from './logTable';
import { readLog } from './readLog';
import { TailedLogs } from './tailedLogs';

/** A file that changes under its readers. */
class ChangingFile implements ByteSource {
  readonly path = 'run.log';
  bytesRead = 0;
  private changes = 0;
  private inode = 1;
  private bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  stat(): Promise<SourceStat> {
    return Promise.resolve({
      size: this.bytes.length,
      identity: String(this.changes),
      file: String(this.inode),
    });
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    const piece = this.bytes.subarray(offset, offset + length);
    this.bytesRead += piece.length;
    return Promise.resolve(piece);
  }

  become(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.changes++;
  }

  append(piece: Uint8Array): void {
    this.become(Uint8Array.from([...this.bytes, ...piece]));
  }

  truncate(length: number): void {
    this.become(this.bytes.slice(0, length));
  }

  /** One byte in the middle is another now, as after an edit. */
  edit(at: number): void {
    const bytes = this.bytes.slice();
    bytes[at] = 0x37;
    this.become(bytes);
  }

  rotate(bytes: Uint8Array): void {
    this.inode++;
    this.become(bytes);
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Enough rows that the file counts as known. */
const longEnough = (row: (step: number) => string): string => {
  let text = '';
  for (let step = 1; text.length < HEAD_BYTES + 5000; step++) text += row(step);
  return text;
};

const dict = (step: number): string =>
  `  2%|▏ | ${step}/900 [00:01<]\r{'loss': 0.5, 'reward': ${step / 7}}\n`;
const CARRIERS: Readonly<
  Record<string, { format: LogFormat; start: string; row: (step: number) => string }>
> = {
  jsonl: {
    format: 'jsonl',
    start: '',
    row: (step) => `{"step": ${step}, "reward": ${step / 7}, "name": "größe ✓ ${step}"}\n`,
  },
  csv: { format: 'csv', start: 'step,reward,who\n', row: (step) => `${step},${step / 7},"a ""ü""\nb"\n` },
  'a console of TRL': { format: 'console', start: 'Loading…\n', row: dict },
  'a console of verl': {
    format: 'console',
    start: '',
    row: (step) => `step:${step} - critic/score/mean:${step / 7} - actor/entropy:0.5\nnoise ✓\n`,
  },
  'a console of SkyRL': {
    format: 'console',
    start: '',
    row: (step) => `Step ${step}:\n{'reward/avg': ${step / 7},\n 'policy/loss': 0.5}\n`,
  },
};

type Outcome = RawLog | LogError;
const ended = (reading: Promise<RawLog>): Promise<Outcome> =>
  reading.catch((error: unknown) => {
    if (error instanceof LogError) return error;
    throw error;
  });

const UNIT = { min: 0, max: 1, noNaN: true };
const CHANGE = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('append' as const), share: fc.double(UNIT) }) },
  fc.record({ kind: fc.constantFrom('truncate', 'edit', 'rotate', 'none'), share: fc.double(UNIT) }),
);

describe.each(Object.entries(CARRIERS))('%s that is being written', (_, { format, start, row }) => {
  const base = encode(start + longEnough(row));
  const more = encode(Array.from({ length: 12 }, (__, i) => row(5000 + i)).join(''));

  function change(file: ChangingFile, { kind, share }: { kind: string; share: number }): void {
    if (kind === 'append') {
      const from = Math.floor(share * 0.7 * more.length);
      file.append(more.subarray(from, from + 1 + Math.floor(share * 300)));
    } else if (kind === 'truncate') file.truncate(Math.floor(share * file.size));
    else if (kind === 'edit') file.edit(Math.floor(share * (file.size - 1)));
    else if (kind === 'rotate') file.rotate(base.slice(0, Math.floor((0.5 + share / 2) * base.length)));
  }

  it('reads the same as from its start, whatever happens to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(CHANGE, { minLength: 1, maxLength: 4 }), async (changes) => {
        const file = new ChangingFile(base);
        const tails = new TailedLogs();
        await ended(tails.read(file, {}, {}));
        for (const one of changes) {
          change(file, one);
          expect(await ended(tails.read(file, {}, {}))).toEqual(await ended(readLog(file, {}, {})));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('reads what was appended, and little else', async () => {
    const file = new ChangingFile(Uint8Array.from([...base, ...base.subarray(encode(start).length)]));
    const tails = new TailedLogs();
    expect((await tails.read(file, {}, {})).format).toBe(format);
    file.append(more);
    file.bytesRead = 0;
    await tails.read(file, {}, {});
    expect(file.bytesRead).toBeLessThan(HEAD_BYTES + 2 * 4096 + 3 * more.length);
  });
});

it('does not keep what a failed reading has half read', async () => {
  const file = new ChangingFile(encode(longEnough((step) => `{"step": ${step}, "reward": 1}\n`)));
  const tails = new TailedLogs();
  await tails.read(file, {}, {});
  file.append(encode('{"step": 9999, "reward": 1}\n'));
  const controller = new AbortController();
  const hooks = { onProgress: () => controller.abort() };
  expect(await ended(tails.read(file, {}, hooks, controller.signal))).toBeInstanceOf(LogError);
  expect(await tails.read(file, {}, {})).toEqual(await readLog(file, {}, {}));
});

it('reads a log anew for a column that was not wanted before', async () => {
  const file = new ChangingFile(
    encode(longEnough((step) => `{"step": ${step}, "fitness": 1, "reward": 2}\n`)),
  );
  const tails = new TailedLogs();
  const of = (...names: string[]) => ({
    wanted: (keys: readonly string[]) => new Set(keys.filter((key) => names.includes(key))),
  });
  for (const options of [of('step', 'reward'), of('step', 'fitness'), {}, of('reward')]) {
    file.append(encode('{"step": 9999, "fitness": 1, "reward": 2}\n'));
    expect(await tails.read(file, options, {})).toEqual(await readLog(file, options, {}));
  }
});
