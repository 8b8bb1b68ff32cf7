/** Where a command writes, and what is known of the other end. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** One line; the line break is added. */
  readonly err: (line: string) => void;
  readonly colour: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
}

const DEFAULT_WIDTH = 80;

/** FORCE_COLOR wins over NO_COLOR (no-color.org), both over what the stream is; a dumb terminal has none. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return isTTY && env['TERM'] !== 'dumb';
}

/** The terminal of this process. A reader that goes away (`| head`) ends the program quietly. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly);
  return {
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line}\n`),
    colour: wantsColour(process.env, process.stdout.isTTY),
    width: process.stdout.isTTY ? process.stdout.columns : DEFAULT_WIDTH,
  };
}

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
}
