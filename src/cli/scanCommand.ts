import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { LeastBusyRunner } from '../platform/leastBusyRunner';
import { ReportCache } from '../platform/reportCache';
import { scanLogs, type ScannedLog, type ScanPlan } from '../platform/scanLogs';
import { WorkerClient } from '../platform/workerClient';
import { startWorkerThread } from '../platform/workerThread';
import type { Command } from './command';
import { errorLine } from './errorLine';
import { EXIT, type ExitCode } from './exitCode';
import { FIT_FLAGS, fitOptions } from './fitFlags';
import type { Flag, FlagValues, ParsedArgs } from './flag';
import { logErrorOf } from './logErrorOf';
import { logsOf } from './logsOf';
import { numberOf, textOf } from './parseFlags';
import { scanHeading, scanRow } from './scanTable';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** Flags of `fit` that fit many logs alike. */
const SHARED = ['format', 'metric', 'step', 'step-unit', 'optimizer', 'until', 'help'];
const MOST_JOBS = 64;

const OWN: readonly Flag[] = [
  { name: 'json', kind: 'switch', help: 'print one Report per line (JSONL), as each is done' },
  {
    name: 'jobs',
    kind: 'number',
    check: (n) =>
      Number.isInteger(n) && n >= 1 && n <= MOST_JOBS ? null : `a whole number from 1 to ${MOST_JOBS}`,
    value: 'N',
    help: 'logs that are fitted at a time (default: one per core)',
  },
  {
    name: 'cache',
    kind: 'text',
    value: 'FOLDER',
    help: 'where Reports are kept (default: grpo-dynamics in the cache folder of your home)',
  },
  { name: 'no-cache', kind: 'switch', help: 'fit every log anew and keep nothing' },
];

/** `scan PATH...`: a Report for every log below folders, in parallel, with what is done kept. */
export const SCAN_COMMAND: Command = {
  name: 'scan',
  usage: 'PATH... [flags]',
  summary:
    'Fits all logs below folders, several at a time, and prints a table or JSONL. What did not change is not fitted again.',
  flags: [...OWN, ...FIT_FLAGS.filter(({ name }) => SHARED.includes(name))],
  details: `A scan that was cut off goes on where it ended: each Report is kept as it is done, under the
log's content, the configuration beside it, the options and this build.

Exit code: 0 every path gave a Report; 2 usage, or a path that gave none.
           Logs that cannot be read are a line each on stderr and do not stop the others.`,
  run: scan,
};

async function scan({ flags, positionals }: ParsedArgs, terminal: Terminal): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new UsageError('scan needs a PATH', 'name a folder, for example: grpo-dynamics scan runs/');
  const plan = await planOf(flags);
  const worker = workerPath();
  const lanes = Array.from({ length: plan.jobs }, () => new WorkerClient(() => startWorkerThread(worker)));
  const runner = new LeastBusyRunner(lanes);
  const tally = new Tally(flags.has('json'), terminal);
  try {
    let code: ExitCode = EXIT.ok;
    for (const one of positionals) {
      const { logs, errors } = await logsOf(one);
      for (const error of errors) terminal.err(errorLine(error));
      const before = tally.reports;
      for await (const scanned of scanLogs(logs, runner, plan)) tally.take(scanned);
      if (tally.reports === before) code = EXIT.failed;
    }
    terminal.err(tally.summary());
    return code;
  } finally {
    runner.dispose();
  }
}

/** Prints what comes, and counts it. */
class Tally {
  reports = 0;
  #logs = 0;
  #cached = 0;
  #failed = 0;
  readonly #json: boolean;
  readonly #terminal: Terminal;

  constructor(json: boolean, terminal: Terminal) {
    this.#json = json;
    this.#terminal = terminal;
  }

  take(scanned: ScannedLog): void {
    this.#logs++;
    if ('error' in scanned) {
      this.#failed++;
      this.#terminal.err(errorLine(logErrorOf(scanned.error, scanned.path)));
      return;
    }
    if (scanned.fromCache) this.#cached++;
    for (const one of scanned.reports) {
      if (this.reports++ === 0 && !this.#json) this.#terminal.out(`${scanHeading()}\n`);
      this.#terminal.out(`${this.#json ? JSON.stringify(one) : scanRow(one)}\n`);
    }
  }

  summary(): string {
    const cached = this.#cached === 0 ? '' : `, ${this.#cached} of the logs unchanged since an earlier scan`;
    const failed = this.#failed === 0 ? '' : `, ${this.#failed} not readable`;
    return `${this.#logs} logs, ${this.reports} Reports${cached}${failed}`;
  }
}

async function planOf(flags: FlagValues): Promise<ScanPlan> {
  if (flags.has('no-cache') && flags.has('cache'))
    throw new UsageError('--cache and --no-cache contradict each other', 'give one of them');
  const folder = textOf(flags, 'cache') ?? defaultCache();
  return {
    options: fitOptions(flags),
    jobs: numberOf(flags, 'jobs') ?? Math.min(MOST_JOBS, availableParallelism()),
    cache: flags.has('no-cache') ? null : new ReportCache(folder),
    engine: createHash('sha256')
      .update(await readFile(workerPath()))
      .digest('hex'),
  };
}

/** The engine's thread, built beside this program. */
function workerPath(): string {
  return path.join(__dirname, 'worker.js');
}

/** `XDG_CACHE_HOME` where it is set, as the base directory specification has it. */
function defaultCache(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? '';
  return path.join(base === '' ? path.join(homedir(), '.cache') : base, 'grpo-dynamics');
}
