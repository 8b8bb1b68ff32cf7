import { fitRun } from '../analysis/fitRun';
import type { AnalyseOptions } from '../analysis/options';
import { readRuns } from '../analysis/readRuns';
import { compareRuns } from '../compare/compareRuns';
import type { FittedRun } from '../compare/fittedRun';
import { MOST_RUNS } from '../compare/mostRuns';
import { renderComparison } from '../compare/renderComparison';
import { nodeConfigPort } from '../platform/nodeConfigPort';
import { openLog } from '../platform/openLog';
import type { Run } from '../run/run';
import type { Command } from './command';
import { errorLine } from './errorLine';
import { EXIT, type ExitCode } from './exitCode';
import { FIT_FLAGS, fitOptions } from './fitFlags';
import type { ParsedArgs } from './flag';
import { logErrorOf } from './logErrorOf';
import { logsOf } from './logsOf';
import { LogsSeen } from './logsSeen';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** The flags of `fit` that also make sense for several runs. */
const SHARED = ['json', 'format', 'run', 'metric', 'step', 'step-unit', 'optimizer', 'until', 'help'];

/** `compare A B …`: which constants the runs share, which differ, and how sure that is. */
export const COMPARE_COMMAND: Command = {
  name: 'compare',
  usage: 'PATH PATH... [flags]',
  summary:
    'Says in what runs differ, by how much and how sure that is, or how small a difference they could have shown.',
  flags: FIT_FLAGS.filter(({ name }) => SHARED.includes(name)).map((flag) =>
    flag.name === 'json' ? { ...flag, help: 'print the comparison as JSON' } : flag,
  ),
  details: `A log of several runs counts as all of them; a folder as all its logs;
a log that is given more than once counts once.
Two runs at least, ${MOST_RUNS} at most. Every pair is compared, and p values allow for all questions asked (Holm);
those of group sizes and of the stiffness carried over are counted by themselves.

Exit code: 0 compared; 2 usage, fewer than two runs or more than ${MOST_RUNS}, or a path that gave none.`,
  run: compare,
};

async function compare({ flags, positionals }: ParsedArgs, terminal: Terminal): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new UsageError('compare needs two runs', 'name their logs: grpo-dynamics compare A.jsonl B.jsonl');
  const found: Run[] = [];
  const seen = new LogsSeen();
  let code: ExitCode = EXIT.ok;
  for (const path of positionals)
    if (!(await addRuns({ found, seen }, path, fitOptions(flags), terminal))) code = EXIT.failed;
  const repeats = seen.repeatsInWords();
  if (repeats !== null) terminal.err(repeats);
  if (code === EXIT.failed && found.length < 2) return code;
  if (found.length < 2)
    throw new UsageError('compare needs two runs, and this is one', 'name another log beside it');
  const runs: FittedRun[] = [];
  for (const run of found) runs.push(await fitRun(run, NO_PAUSE));
  const comparison = compareRuns(runs);
  terminal.out(
    flags.has('json') ? `${JSON.stringify(comparison, null, 2)}\n` : renderComparison(comparison, terminal),
  );
  return code;
}

/** A command line has nothing else to do meanwhile. */
const NO_PAUSE = (): Promise<void> => Promise.resolve();

/** What the paths before this one have led to. */
interface Gathered {
  readonly found: Run[];
  readonly seen: LogsSeen;
}

/**
 * Adds all runs of all logs a path stands for, each log once; each failure is one line on stderr. False where the path led
 * to no log that could be read. Refuses more than can be compared.
 */
async function addRuns(
  { found, seen }: Gathered,
  path: string,
  options: AnalyseOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { logs, errors } = await logsOf(path);
  for (const error of errors) terminal.err(errorLine(error));
  let isAny = false;
  for (const log of logs) {
    try {
      const source = await openLog(log);
      if (await seen.isNew(log, source))
        found.push(...(await readRuns(source, options, { config: nodeConfigPort(log) })));
      isAny = true;
    } catch (error) {
      terminal.err(errorLine(logErrorOf(error, log)));
    }
    if (found.length > MOST_RUNS) throw tooMany();
  }
  return isAny;
}

function tooMany(): UsageError {
  return new UsageError(
    `compare takes at most ${MOST_RUNS} runs (${(MOST_RUNS * (MOST_RUNS - 1)) / 2} pairs), and these paths hold more`,
    'to see every run in one table: grpo-dynamics scan FOLDER',
  );
}
