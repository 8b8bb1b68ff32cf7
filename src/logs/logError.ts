/** Why a log gives no Report. Each kind has one cause and one remedy a person can act on. */
export type LogErrorKind =
  | 'missing'
  | 'unreadable'
  | 'vanished'
  | 'empty'
  | 'binary'
  | 'not-a-log'
  | 'no-reward'
  | 'unknown-metric'
  | 'unknown-run'
  | 'too-large'
  | 'bad-option'
  | 'too-few-runs'
  | 'aborted';

/** Where and why, in words: every part is shown to a person. */
export interface LogErrorParts {
  readonly kind: LogErrorKind;
  readonly path: string;
  /** 1-based line in the file, where there is one to point at. */
  readonly line?: number | null;
  /** What is wrong, e.g. "no reward column among: step, loss". */
  readonly reason: string;
  /** What to do about it, e.g. "name one with --metric". */
  readonly remedy: string;
}

/** The one error readers throw: file, line, what is wrong, what would help. Its message is a single line. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly kind: LogErrorKind;
  readonly path: string;
  readonly line: number | null;
  readonly reason: string;
  readonly remedy: string;

  constructor(parts: LogErrorParts) {
    const line = parts.line ?? null;
    const reason = oneLine(parts.reason);
    super(`${parts.path}${line === null ? '' : `:${line}`}: ${reason}; ${parts.remedy}`);
    this.kind = parts.kind;
    this.path = parts.path;
    this.line = line;
    this.reason = reason;
    this.remedy = parts.remedy;
  }
}

/** A key may hold any character; one that moves the cursor would end the line, or write over it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
