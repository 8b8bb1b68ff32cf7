import { ConsoleReader } from './console/consoleReader';
import { JsonDocumentReader } from './json/jsonDocumentReader';
import { isJsonObject } from './jsonRow';
import type { LogFormat } from './logTable';
import { LINE_END } from './lineSplitter';
import { looksLikeText } from './looksLikeText';
import { isMlflowStream } from './mlflow/mlflowStream';
import { isParquet } from './parquet/parquetFile';
import { parseJson } from './parseJson';
import { recogniseCsv } from './recogniseCsv';
import { isSqlite } from './sqlite/isSqlite';
import { isTfevents } from './tfeventsFramer';
import { TrainerStateScanner } from './trainerStateScanner';
import { isWandb } from './wandbFramer';

const LINES_JUDGED = 32;
const FIRST_LOOK = 4096;

/** How a JSON document begins; a console may begin with a bracket too, around a name or a date. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*(?:[{[\]"]|-?[\d.eE+-]+\s*[,\]]))/;

/** Keys that every Jupyter notebook has at its beginning or in its first cell. */
const NOTEBOOK = /"nbformat"\s*:\s*\d|"cells"\s*:\s*\[\s*\{[^\0]{0,4000}?"cell_type"\s*:/;

/** A list of objects inside a text, as reports print them. */
const JSON_INSIDE = /^\[ *[\r\n]\s*\{\s*"/m;

/** Keys of a record: an object with one of these at its top level is no document around records. */
const RECORD_KEY = /^(?:global_)?step$/i;

/**
 * Which carrier the first bytes of a file belong to, by content alone; null where none. Give it up to HEAD_BYTES: the
 * last line may be cut off, so what it lacks is not held against it.
 */
export function recogniseFormat(head: Uint8Array): LogFormat | null {
  if (isTfevents(head)) return 'tensorboard';
  if (isWandb(head)) return 'wandb';
  if (isParquet(head)) return 'parquet';
  if (isSqlite(head)) return 'sqlite';
  if (isMlflowStream(head)) return 'mlflow';
  if (!looksLikeText(head)) return null;
  const text = new TextDecoder('utf-8').decode(head);
  const first = text.trimStart().slice(0, 1);
  if (first === '{' && NOTEBOOK.test(text)) return 'ipynb';
  if (first === '{' && holdsLogHistory(head, text)) return 'trainer_state';
  if (isJsonLines(text)) return isDocumentInOneLine(head, text) ? 'json' : 'jsonl';
  if (first === '') return null;
  if (JSON_START.test(text) || JSON_INSIDE.test(text)) return 'json';
  return recogniseCsv(text)?.format ?? (isConsole(head) ? 'console' : null);
}

/** A console is known by a row that a grammar reads; one that prints for long before its first row is not. */
function isConsole(head: Uint8Array): boolean {
  const reader = new ConsoleReader();
  reader.push(head);
  reader.finish();
  return reader.table.size > 0;
}

/** A one-line trainer_state.json is also a line of JSON, so this is asked first. */
function holdsLogHistory(head: Uint8Array, text: string): boolean {
  // ms-swift ends its JSON Lines with an object that repeats the history: the first line says what the file is.
  const first = parseJson(text.trimStart().split(LINE_END, 1)[0] ?? '');
  if (isJsonObject(first)) return Array.isArray(first['log_history']);
  const ignore = (): void => undefined;
  const scanner = new TrainerStateScanner({ record: ignore, tooLong: ignore, fact: ignore });
  for (let at = 0; at < head.length && !scanner.foundHistory; at += FIRST_LOOK) {
    scanner.push(head.subarray(at, at + FIRST_LOOK));
    if (!scanner.isOpen) break;
  }
  return scanner.foundHistory;
}

/**
 * At least half of the first whole lines are objects (a stray banner line does not hide a log). One single line that
 * is not whole counts if it begins as an object does: the first record is being written, or is longer than the head.
 */
function isJsonLines(text: string): boolean {
  const lines = text
    .split(LINE_END, LINES_JUDGED)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const objects = lines.filter((line) => line.startsWith('{') && isJsonObject(parseJson(line))).length;
  if (lines.length === 1 && objects === 0) return /^\{\s*"/.test(lines[0] ?? '');
  return objects > 0 && objects * 2 >= lines.length - 1;
}

/** A single line with lists of records in it: a document written without line ends. */
function isDocumentInOneLine(head: Uint8Array, text: string): boolean {
  if (/[\n\r]\s*\S/.test(text.trimStart())) return false;
  const reader = new JsonDocumentReader();
  reader.push(head);
  const { header } = reader.finish();
  if ([...header.keys()].some((key) => RECORD_KEY.test(key))) return false;
  return reader.parts().length > 0 && !/^\s*\{[^[{]*"(?:global_)?step"\s*:\s*"?\d/.test(text);
}
