import { fitRuns } from '../analysis/fitRuns';
import type { AnalyseOptions } from '../analysis/options';
import { compareRuns } from '../compare/compareRuns';
import type { FittedRun } from '../compare/fittedRun';
import { renderComparison } from '../compare/renderComparison';
import { nodeConfigPort } from '../platform/nodeConfigPort';
import { openLog } from '../platform/openLog';
import type { Command } from './command';
import { errorLine } from './errorLine';
import { EXIT, type ExitCode } from './exitCode';
import { FIT_FLAGS, fitOptions } from './fitFlags';
import type { ParsedArgs } from './flag';
import { logErrorOf } from './logErrorOf';
import { logsOf } from './logsOf';
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
  details: `A log of several runs counts as all of them; a folder as all its logs.
Two runs at least. Every pair is compared, and p values allow for all questions asked (Holm).

Exit code: 0 compared; 2 usage, fewer than two runs, or a path that gave none.`,
  run: compare,
};

async function compare({ flags, positionals }: ParsedArgs, terminal: Terminal): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new UsageError('compare needs two runs', 'name their logs: grpo-dynamics compare A.jsonl B.jsonl');
  const runs: FittedRun[] = [];
  let code: ExitCode = EXIT.ok;
  for (const path of positionals) {
    const found = await runsOf(path, fitOptions(flags), terminal);
    if (found.length === 0) code = EXIT.failed;
    runs.push(...found);
  }
  if (code === EXIT.failed && runs.length < 2) return code;
  if (runs.length < 2)
    throw new UsageError('compare needs two runs, and this is one', 'name another log beside it');
  const comparison = compareRuns(runs);
  terminal.out(
    flags.has('json') ? `${JSON.stringify(comparison, null, 2)}\n` : renderComparison(comparison, terminal),
  );
  return code;
}

/** All runs of all logs a path stands for; each failure is one line on stderr. */
async function runsOf(path: string, options: AnalyseOptions, terminal: Terminal): Promise<FittedRun[]> {
  const { logs, errors } = await logsOf(path);
  for (const error of errors) terminal.err(errorLine(error));
  const runs: FittedRun[] = [];
  for (const log of logs) {
    try {
      runs.push(...(await fitRuns(await openLog(log), options, { config: nodeConfigPort(log) })));
    } catch (error) {
      terminal.err(errorLine(logErrorOf(error, log)));
    }
  }
  return runs;
}
