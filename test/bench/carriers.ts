import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Papa from 'papaparse';
import protobuf from 'protobufjs';
import { readLog } from '../../src/logs/readLog';
import { NodeFileSource } from '../../src/platform/nodeFileSource';
import { wantedColumns } from '../../src/run/wantedColumns';
import { simpleValue, summaryEvent, versionEvent } from '../carriers/tfevents';
import type { BenchRow, BenchSkip } from './benchRow';
import { keysOfLog, logLines } from './logLines';
import { pandasReader } from './pandasReader';
import { rounds } from './rounds';

const ROUNDS = 7;

type Task = () => Promise<unknown>;

type Rows = (BenchRow | BenchSkip)[];

/** What a carrier is read with instead, and what must at least be reached against it. */
interface Rival {
  readonly name: string;
  readonly task: Task;
  readonly aim: number | null;
}

/**
 * Reading a carrier from the disk against what people would use instead, in turn, so that a busy machine slows both. All
 * values of the wanted columns are kept on both sides. pandas stands beside them where this computer has it.
 */
export async function bench(): Promise<Rows> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    return [
      ...(await jsonl(folder, 12_000)),
      ...(await csv(folder, 40_000)),
      ...(await tfevents(folder, 24_000)),
      ...(await verl(folder, 8_000)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function jsonl(folder: string, rows: number): Promise<Rows> {
  const file = write(folder, 'log.jsonl', [...logLines(rows, 60)].join(''));
  const wanted = keysOfLog(60).slice(0, 10);
  const theirs = async (): Promise<unknown> => {
    const columns = wanted.map((): number[] => []);
    for await (const line of linesOf(file)) {
      const row = JSON.parse(line) as Record<string, number>;
      wanted.forEach((key, i) => columns[i].push(row[key]));
    }
    return columns;
  };
  const rival = { name: 'readline + JSON.parse', task: theirs, aim: 1 / 1.5 };
  const inPandas = `pandas.read_json(file, lines=True)[${JSON.stringify(wanted)}]`;
  return withPandas('read JSONL, 10 of 60 keys', file, rival, inPandas);
}

async function csv(folder: string, rows: number): Promise<Rows> {
  const keys = keysOfLog(20);
  let text = `${keys.join(',')}\n`;
  for (const line of logLines(rows, 20))
    text += `${Object.values(JSON.parse(line) as Record<string, number>).join(',')}\n`;
  const file = write(folder, 'log.csv', text);
  const theirs = (): Promise<unknown> =>
    Promise.resolve(
      Papa.parse(readFileSync(file, 'utf8'), { header: true, dynamicTyping: true, skipEmptyLines: true }),
    );
  const rival = { name: 'papaparse with numbers', task: theirs, aim: 1 };
  return withPandas('read CSV', file, rival, 'pandas.read_csv(file)');
}

async function tfevents(folder: string, rows: number): Promise<Rows> {
  const keys = keysOfLog(20);
  const events = [versionEvent(1)];
  for (let step = 1; step <= rows; step++)
    events.push(
      summaryEvent(
        step,
        step,
        keys.map((key) => simpleValue(key, 1 - 1 / step)),
      ),
    );
  const file = write(folder, 'events.out.tfevents.1', Buffer.concat(events));
  const event = protobuf
    .parse(
      `syntax = "proto3"; message Event { double wall_time = 1; int64 step = 2; Summary summary = 5; }
       message Summary { repeated Value value = 1; } message Value { string tag = 1; float simple_value = 2; }`,
    )
    .root.lookupType('Event');
  const theirs = (): Promise<unknown> => {
    const bytes = readFileSync(file);
    const decoded: unknown[] = [];
    for (let at = 0; at < bytes.length;) {
      const length = bytes.readUInt32LE(at);
      decoded.push(event.decode(bytes.subarray(at + 12, at + 12 + length)));
      at += length + 16;
    }
    return Promise.resolve(decoded);
  };
  return compare('read event file, checks included', file, [
    { name: 'protobufjs decode', task: theirs, aim: 1 / 3 },
  ]);
}

async function verl(folder: string, rows: number): Promise<Rows> {
  let text = '';
  for (const line of logLines(rows, 40)) {
    const { step, ...row } = JSON.parse(line) as Record<string, number>;
    const cells = Object.entries(row).map(([key, value]) => `${key}:${value}`);
    text += `(TaskRunner pid=4) step:${step} - ${cells.join(' - ')}\n`;
  }
  const file = write(folder, 'console.log', text);
  const theirs = async (): Promise<unknown> => {
    const read: Map<string, number>[] = [];
    for await (const line of linesOf(file)) {
      if (!line.includes('step:')) continue;
      read.push(new Map(Array.from(line.matchAll(/(\S+):(\S+)/g), ([, key, value]) => [key, Number(value)])));
    }
    return read;
  };
  return compare('read verl console', file, [
    { name: 'readline + regular expression', task: theirs, aim: 1 },
  ]);
}

async function withPandas(name: string, file: string, rival: Rival, expression: string): Promise<Rows> {
  const pandas = await pandasReader(file, expression);
  if (typeof pandas === 'string')
    return [...(await compare(name, file, [rival])), { name: `${name} / pandas`, skipped: pandas }];
  const other = { name: `pandas ${pandas.version}`, task: () => pandas.read(), aim: null };
  return compare(name, file, [rival, other]).finally(() => pandas.end());
}

async function compare(name: string, file: string, rivals: readonly Rival[]): Promise<BenchRow[]> {
  const wanted = (keys: readonly string[]): ReadonlySet<string> => wantedColumns(keys, {});
  const read = (): Promise<unknown> => readLog(new NodeFileSource(file), { wanted }, {});
  const [ours, ...others] = await fastest([read, ...rivals.map(({ task }) => task)]);
  const megabytes = readFileSync(file).length / 1e6;
  const note = `${megabytes.toFixed(0)} MB, ours ${((megabytes / ours) * 1000).toFixed(0)} MB/s`;
  return others.map((theirs, i) => ({
    name: `${name} / ${rivals[i].name}`,
    ours,
    theirs,
    unit: 'ms',
    must: null,
    aim: rivals[i].aim,
    ratio: ours / theirs,
    note,
  }));
}

/** The fastest round of each: others on the computer only ever slow one down. */
async function fastest(tasks: readonly Task[]): Promise<number[]> {
  const times = await rounds(tasks, ROUNDS);
  return times.map((list) => Math.min(...list));
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

function write(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
