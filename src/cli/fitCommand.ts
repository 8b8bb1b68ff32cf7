import { analyseRuns } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import type { AnalyseOptions } from '../analysis/options';
import { nodeConfigPort } from '../platform/nodeConfigPort';
import { openLog } from '../platform/openLog';
import { renderText } from '../report/renderText';
import type { Figure } from '../report/exports/figure';
import type { Report } from '../report/report';
import type { Command } from './command';
import { errorLine } from './errorLine';
import { EXIT, type ExitCode } from './exitCode';
import { failOn, FIT_FLAGS, fitOptions, type FailOn } from './fitFlags';
import type { ParsedArgs } from './flag';
import { logErrorOf } from './logErrorOf';
import { logsOf } from './logsOf';
import { textOf } from './parseFlags';
import { reportTarget, writeReport } from './reportFile';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** `fit PATH...`: a Report for every log. */
export const FIT_COMMAND: Command = {
  name: 'fit',
  usage: 'PATH... [flags]',
  summary:
    'Fits the training dynamics to reward logs and says what the curves mean. A folder is scanned for logs.',
  flags: FIT_FLAGS,
  details: `Reads HF/TRL trainer_state.json, JSONL, JSON, CSV, TSV, notebooks, consoles, TensorBoard, W&B and MLflow
runs, Parquet and SQLite, most also as .gz, recognised by their content.
--flag value and --flag=value are the same.

Exit code: 0 every path gave a Report; 1 a finding at or above --fail-on;
           2 usage, or a path that gave none (one line each on stderr).`,
  run: fit,
};

async function fit({ flags, positionals }: ParsedArgs, terminal: Terminal): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new UsageError('fit needs a PATH', 'name a log or a folder, for example: grpo-dynamics fit runs/');
  const options = fitOptions(flags);
  const asJson = flags.has('json');
  const target = reportTarget(textOf(flags, 'report'));
  const figures: Figure[] = [];
  const reports: Report[] = [];
  let code: ExitCode = EXIT.ok;
  for (const path of positionals) {
    const before = reports.length;
    for await (const analysis of analysesOf(path, options, terminal)) {
      if (!asJson) print(analysis, { follows: reports.length > 0, details: flags.has('details') }, terminal);
      reports.push(analysis.report);
      if (target !== null) figures.push(analysis);
    }
    if (reports.length === before) code = EXIT.failed;
  }
  if (asJson) terminal.out(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
  if (target !== null && figures.length > 0) await writeReport(target, figures);
  return code === EXIT.ok && anyFails(reports, failOn(flags)) ? EXIT.finding : code;
}

/** All runs of all logs a path stands for; each failure is one line on stderr and does not stop the others. */
async function* analysesOf(
  path: string,
  options: AnalyseOptions,
  terminal: Terminal,
): AsyncGenerator<Analysis> {
  const { logs, errors } = await logsOf(path);
  for (const error of errors) terminal.err(errorLine(error));
  for (const log of logs) {
    try {
      yield* await analyseRuns(await openLog(log), options, { config: nodeConfigPort(log) });
    } catch (error) {
      terminal.err(errorLine(logErrorOf(error, log)));
    }
  }
}

/** Reports follow each other with a rule between them. */
function print(
  { report, reward, picture }: Analysis,
  { follows, details }: { readonly follows: boolean; readonly details: boolean },
  { colour, width, out }: Terminal,
): void {
  const rule = follows ? `\n${'─'.repeat(Math.min(width, 80))}\n\n` : '';
  out(rule + renderText(report, { colour, width, reward, picture, details }));
}

function anyFails(reports: readonly Report[], level: FailOn): boolean {
  const failing: readonly (string | null)[] =
    level === 'never' ? [] : level === 'error' ? ['error'] : ['error', 'warning'];
  return reports.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)));
}
