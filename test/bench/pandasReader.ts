import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** pandas in a process of its own, started once and asked for each round, so that its start is not measured. */
export interface PandasReader {
  readonly version: string;
  read(): Promise<void>;
  end(): void;
}

/**
 * Readies pandas for reading a file again and again.
 *
 * @param file what is read
 * @param expression Python that reads `file`
 * @returns the reader, or in plain words why there is none on this computer
 */
export async function pandasReader(file: string, expression: string): Promise<PandasReader | string> {
  const script = [
    'import sys',
    'try:',
    '  import pandas',
    'except ImportError:',
    '  sys.exit("python3 has no pandas")',
    'file = sys.argv[1]',
    'print(pandas.__version__, flush=True)',
    'for _ in sys.stdin:',
    `  rows = len(${expression})`,
    '  print(rows, flush=True)',
  ].join('\n');
  const child = spawn('python3', ['-c', script, file], { stdio: ['pipe', 'pipe', 'pipe'] });
  let reason = '';
  child.on('error', () => (reason = 'there is no python3'));
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (reason += text.trim()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const version = await answers.next();
  if (version.done === true) {
    await ended;
    return reason;
  }
  return {
    version: version.value,
    read: async () => {
      child.stdin.write('\n');
      if ((await answers.next()).done === true) throw new Error(`pandas ended: ${reason}`);
    },
    end: () => child.stdin.end(),
  };
}
