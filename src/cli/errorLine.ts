import type { LogError } from '../logs/logError';
import { plainText } from '../report/plainText';

/** Longest part of an error line: a message may quote a key of the log, a path may be long. */
const LONGEST_LINE = 2000;

/** File, line, what is wrong, what would help, in one line. */
export function errorLine({ message }: LogError): string {
  return plainText(message, LONGEST_LINE);
}
