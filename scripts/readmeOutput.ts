import { execFileSync } from 'node:child_process';

/** The README's example: the command and all it prints. */
const BLOCK = /(```\n\$ node (dist\/cli\.js fit \S+)\n)[^`]*(```)/;

/** The README with the example's output as the command line prints it now. Throws where it has no such example. */
export function readmeWithOutput(readme: string): string {
  const command = BLOCK.exec(readme)?.[2];
  if (command === undefined)
    throw new Error('README.md has no block that begins with "$ node dist/cli.js fit"');
  const output = execFileSync(process.execPath, command.split(' '), { encoding: 'utf8' });
  return readme.replace(BLOCK, (_, head: string, _command, tail: string) => {
    return `${head}${output}${tail}`;
  });
}
