import { processTerminal } from './terminal';
import { runCli } from './runCli';

void runCli(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
