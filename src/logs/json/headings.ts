/** Lines that say something went wrong are nobody's heading. */
const TROUBLE = /\b(?:error|exception|traceback|warning|failed|failure)\b/i;

/** Most words of a heading that shares no beginning with the others ("control", "treated"). */
const SHORT_WORDS = 3;

const SHORT = 'short';

/** Patterns of lines that are remembered. */
const MOST_PATTERNS = 64;

/**
 * What stands above the documents of a file. Of the patterns that lines follow ("ENV TYPE: …", "=== Run …") the one
 * that tells most documents apart gives their names; where none tells two of them apart they are numbered.
 */
export class Headings {
  /** By pattern, the last line that follows it. */
  private latest: ReadonlyMap<string, string> = new Map();
  private readonly above = new Map<string, ReadonlyMap<string, string>>();
  private documents = 0;
  private current = '';

  /** A line outside every document. */
  take(line: string): void {
    if (!/\p{L}/u.test(line) || TROUBLE.test(line)) return;
    const latest = new Map(this.latest);
    for (const pattern of patternsOf(line))
      if (latest.has(pattern) || latest.size < MOST_PATTERNS) latest.set(pattern, line);
    this.latest = latest;
  }

  /** A document begins. */
  begin(): void {
    this.documents++;
    this.current = `document ${this.documents}`;
    if (this.latest.size > 0) this.above.set(this.current, this.latest);
  }

  /** What the document that began last is called until all are known. */
  get title(): string {
    return this.current;
  }

  /** The names of these documents, by their titles. */
  namesOf(titles: ReadonlySet<string>): ReadonlyMap<string, string> {
    const told = new Map<string, Set<string>>();
    for (const title of titles)
      for (const [pattern, line] of this.above.get(title) ?? [])
        told.set(pattern, (told.get(pattern) ?? new Set()).add(line));
    // Sorting keeps order, so that of equals the one that shares its beginning comes first.
    const ranked = [...told].sort(([a], [b]) => Number(a === SHORT) - Number(b === SHORT));
    const [pattern, lines] = ranked.sort((a, b) => b[1].size - a[1].size).at(0) ?? [SHORT, new Set()];
    const isTelling = lines.size >= 2 && lines.size * 2 > titles.size;
    const names = new Map<string, string>();
    const taken = new Set<string>();
    for (const title of titles) {
      const line = isTelling ? this.above.get(title)?.get(pattern) : undefined;
      names.set(title, line === undefined || taken.has(line) ? title : line);
      if (line !== undefined) taken.add(line);
    }
    return names;
  }
}

/** How a line begins, to the colon or the first word; and for a short one that it is short. */
function patternsOf(line: string): string[] {
  const beginning = /^[^:]{1,40}:/.exec(line)?.[0] ?? /^.*?\p{L}+/u.exec(line)?.[0] ?? line;
  const isShort = line.split(/\s+/).length <= SHORT_WORDS;
  return [beginning.replace(/\d+/g, '#'), ...(isShort ? [SHORT] : [])];
}
