import { version } from '../../package.json';
import { plainText } from '../report/plainText';
import type { Command } from './command';
import { COMPARE_COMMAND } from './compareCommand';
import { EXIT, type ExitCode } from './exitCode';
import { FIT_COMMAND } from './fitCommand';
import { commandHelp, programHelp } from './help';
import { nearestName } from './nearestName';
import { parseFlags } from './parseFlags';
import { SCAN_COMMAND } from './scanCommand';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const COMMANDS: readonly Command[] = [FIT_COMMAND, COMPARE_COMMAND, SCAN_COMMAND];

/** Runs the program with the arguments after its name; gives the exit code, never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    const reason =
      error instanceof UsageError
        ? error.message
        : `internal error (${error instanceof Error ? error.message : String(error)}); please report it`;
    terminal.err(`grpo-dynamics: ${plainText(reason, 2000)}`);
    return EXIT.failed;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args as readonly [string?, ...string[]];
  if (name === undefined)
    throw new UsageError('no command', `write grpo-dynamics ${commandNames()} (--help says more)`);
  if (name === '--help' || name === '-h' || name === 'help')
    return say(programHelp(COMMANDS, version), terminal);
  if (name === '--version' || name === '-V') return say(`${version}\n`, terminal);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) throw unknownCommand(name);
  const parsed = parseFlags(rest, command.flags);
  if (parsed.flags.has('help')) return say(commandHelp(command), terminal);
  return command.run(parsed, terminal);
}

function say(text: string, terminal: Terminal): ExitCode {
  terminal.out(text);
  return EXIT.ok;
}

function unknownCommand(name: string): UsageError {
  if (name.startsWith('-'))
    return new UsageError(`unknown flag ${name}`, `write grpo-dynamics ${commandNames()}`);
  const near = nearestName(
    name,
    COMMANDS.map((command) => command.name),
  );
  return new UsageError(
    `unknown command ${name}`,
    near === null ? `to fit a log write grpo-dynamics fit ${name}` : `did you mean ${near}?`,
  );
}

function commandNames(): string {
  return COMMANDS.map(({ name, usage }) => `${name} ${usage}`).join(' | ');
}
