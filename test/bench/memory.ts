import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchRow } from './benchRow';
import { logLines } from './logLines';

const LIMIT_MB = 300;
const SIZES_MB = [10, 100, 1000];
const ROW_BYTES = 2180;

/** Said by the process itself as it ends, in KB. */
const TELL = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`;

/** Peak memory of the built command line that reads, fits and reports a JSONL log of 60 keys, against the limit. */
export function bench(): Promise<BenchRow[]> {
  if (!existsSync('dist/cli.js')) throw new Error('dist/cli.js is not built: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    return Promise.resolve(SIZES_MB.map((size) => peakAt(folder, size)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function peakAt(folder: string, megabytes: number): BenchRow {
  const file = path.join(folder, `${megabytes}.jsonl`);
  const rows = Math.ceil((megabytes * 1e6) / ROW_BYTES);
  writeLines(file, rows);
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL, 'dist/cli.js', 'fit', file, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  rmSync(file);
  const peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1000;
  if (status !== 0 || !(peak > 0)) throw new Error(`fit ended with ${status}: ${stderr}`);
  return {
    name: `peak memory, fit of ${megabytes} MB / ${LIMIT_MB} MB`,
    ours: peak,
    theirs: LIMIT_MB,
    unit: 'MB',
    must: 1,
    aim: null,
    ratio: peak / LIMIT_MB,
    note: `${rows} rows, ${seconds} s`,
  };
}

function writeLines(file: string, rows: number): void {
  const handle = openSync(file, 'w');
  let block = '';
  for (const line of logLines(rows, 60)) {
    block += line;
    if (block.length < 1 << 22) continue;
    writeSync(handle, block);
    block = '';
  }
  writeSync(handle, block);
  closeSync(handle);
}
