/** What a run of MLflow's file store is read as: its files one after the other, each behind a line with its name. */
const BEGINNING = 'mlflow run\n';

/** A line that no metric file holds. */
const MARK = '\u0000';

/** The kinds of files that are read of a run; tags name people and machines. */
export type MlflowFileKind = 'metric' | 'param';

/** The first line of the stream. */
export function beginMlflowStream(): string {
  return BEGINNING;
}

/** The line before a file; the one before it may lack its end. */
export function announceMlflowFile(kind: MlflowFileKind, key: string): string {
  return `\n${MARK}${kind} ${key}\n`;
}

/** The file that a line announces, null where it is a line of a file. */
export function announcedMlflowFile(
  line: string,
): { readonly kind: MlflowFileKind; readonly key: string } | null {
  if (!line.startsWith(MARK)) return null;
  const match = /^(metric|param) (.+)$/.exec(line.slice(MARK.length));
  return match === null ? null : { kind: match[1] === 'param' ? 'param' : 'metric', key: match[2] };
}

/** Whether these are the first bytes of a run of MLflow's file store. */
export function isMlflowStream(head: Uint8Array): boolean {
  return new TextDecoder().decode(head.subarray(0, BEGINNING.length)) === BEGINNING;
}
