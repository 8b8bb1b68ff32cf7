import { wrapText } from '../report/wrapText';
import type { Command } from './command';
import type { Flag } from './flag';

const LEFT = 26;
const WIDTH = 100;

/** The help of the whole program: what it does, its commands. */
export function programHelp(commands: readonly Command[], version: string): string {
  const lines = commands.map(
    ({ name, usage, summary }) => `  grpo-dynamics ${name} ${usage}\n      ${summary}`,
  );
  return `grpo-dynamics ${version}: says what a GRPO reward log means.

${lines.join('\n')}

  grpo-dynamics NAME --help   the flags of a command
  grpo-dynamics --version     the version
`;
}

/** The help of one command: usage, flags, details. */
export function commandHelp(command: Command): string {
  return `${command.summary}

Usage: grpo-dynamics ${command.name} ${command.usage}

${command.flags.map(flagLine).join('\n')}

${command.details}
`;
}

function flagLine(flag: Flag): string {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const left = `  ${short}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`;
  const [first, ...rest] = wrapText(flag.help, WIDTH - LEFT).map((line) => ' '.repeat(LEFT) + line);
  const lines = left.length < LEFT ? [left + first.slice(left.length)] : [left, first];
  return [...lines, ...rest].join('\n');
}
