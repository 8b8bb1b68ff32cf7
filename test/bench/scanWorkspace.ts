import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from '../../src/platform/openLog';
import { sniffLog } from '../../src/run/sniffLog';
import type { BenchRow } from './benchRow';

const FILES = 10_000;
const LOGS_EVERY = 50;
const AT_ONCE = 8;
const OPENING = 64 * 1024;
const ROUNDS = 3;

/** A workspace as trainers leave it: configurations, tables, sources and notes, and one reward log in fifty files. */
function writeWorkspace(folder: string): readonly string[] {
  const log = readFileSync('examples/ringing/metrics.jsonl');
  const others = [
    ['config.json', JSON.stringify({ model: 'a', layers: Array.from({ length: 200 }, (_, i) => i) })],
    ['table.csv', `id,text\n${'1,some text\n'.repeat(400)}`],
    ['train.log', 'INFO loading weights\n'.repeat(600)],
    ['data.jsonl', '{"prompt": "2 + 2", "answer": "4"}\n'.repeat(500)],
  ] as const;
  return Array.from({ length: FILES }, (_, i) => {
    const [name, text] = i % LOGS_EVERY === 0 ? ['metrics.jsonl', log] : others[i % others.length];
    const dir = path.join(folder, `run-${Math.floor(i / 100)}`, String(i % 100));
    mkdirSync(dir, { recursive: true });
    const file = path.join(dir, name);
    writeFileSync(file, text);
    return file;
  });
}

/** Milliseconds to do this with all files, some at a time. */
async function timed(files: readonly string[], each: (file: string) => Promise<void>): Promise<number> {
  const start = performance.now();
  const waiting = files[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const file of waiting) await each(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return performance.now() - start;
}

/** What the Runs view does with a workspace before it fits anything, against reading the same openings. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grpo-scan-'));
  try {
    const files = writeWorkspace(folder);
    let logs = 0;
    const sniff = async (file: string): Promise<void> => {
      if ((await sniffLog(await openLog(file))) !== null) logs += 1;
    };
    const read = async (file: string): Promise<void> => {
      const handle = await open(file);
      await handle.read(Buffer.alloc(OPENING), 0, OPENING, 0);
      await handle.close();
    };
    const rounds: (readonly [number, number])[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push([await timed(files, sniff), await timed(files, read)]);
    const ours = Math.min(...rounds.map(([mine]) => mine));
    const theirs = Math.min(...rounds.map(([, other]) => other));
    if (logs !== (ROUNDS * FILES) / LOGS_EVERY) throw new Error(`${logs} logs were recognised`);
    const name = 'look into 10,000 files for logs / read their first 64 KB';
    return [{ name, ours, theirs, unit: 'ms', must: null, aim: null, ratio: ours / theirs }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
