/** Signs that are two columns wide and between which a line may break: Chinese, Japanese, full-width punctuation. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;
/** A wide sign, or a word of others, each with the space before it and the closing punctuation that may not begin a line. */
const PIECES =
  / *(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^ \u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+)[，。：；、）」]*/g;

/**
 * Breaks a text at spaces, and between wide signs, into lines of at most `width` columns, further lines indented by
 * `indent`; a word longer than a line keeps its own.
 */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    const word = piece.trimStart();
    const space = piece === word ? '' : ' ';
    if (line !== '' && columnsOf(line) + columnsOf(space + word) > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : line + space + word;
  }
  return line === '' ? lines : [...lines, line];
}

/** Columns a text takes where every sign has the same width. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
}
