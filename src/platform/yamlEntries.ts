import type * as Yaml from 'yaml';
import { isTooDeep } from '../logs/parseJson';
import type { ConfigEntry } from '../run/config/configPort';

/** Nodes visited in one file: aliases may point at each other's anchors and multiply (an "alias bomb"). */
const MOST_NODES = 20_000;

/** Deepest nesting that is followed. */
const DEEPEST = 24;

/** Longest value that may name something. */
const LONGEST = 256;

/**
 * Every scalar of a YAML or JSON text whose dotted key is wanted, with its line; null where it is neither. The package is
 * loaded only here, and its nodes are walked, so that lines are kept and an anchor is never copied.
 */
export async function yamlEntries(
  text: string,
  wanted: (key: string) => boolean,
): Promise<readonly ConfigEntry[] | null> {
  if (isTooDeep(text)) return null;
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const options = { lineCounter: lines, uniqueKeys: false, logLevel: 'silent', strict: false } as const;
  const document = yaml.parseDocument(text, options);
  if (document.errors.length > 0 || !yaml.isCollection(document.contents)) return null;
  return new Walk(yaml, document, lines, wanted).entries();
}

/** One walk over a document's nodes. */
class Walk {
  private readonly found: ConfigEntry[] = [];
  private readonly yaml: typeof Yaml;
  private readonly document: Yaml.Document.Parsed;
  private readonly lines: Yaml.LineCounter;
  private readonly wanted: (key: string) => boolean;
  private nodes = 0;

  constructor(
    yaml: typeof Yaml,
    document: Yaml.Document.Parsed,
    lines: Yaml.LineCounter,
    wanted: (key: string) => boolean,
  ) {
    this.yaml = yaml;
    this.document = document;
    this.lines = lines;
    this.wanted = wanted;
  }

  entries(): readonly ConfigEntry[] {
    this.visit(this.document.contents, '', 0, 0);
    return this.found;
  }

  private visit(node: unknown, key: string, offset: number, depth: number): void {
    const { yaml } = this;
    if (depth > DEEPEST || ++this.nodes > MOST_NODES) return;
    if (yaml.isAlias(node)) this.visit(this.target(node), key, offset, depth + 1);
    else if (yaml.isMap(node))
      for (const pair of node.items) this.visitPair(pair.key, pair.value, key, depth);
    else if (yaml.isSeq(node))
      node.items.forEach((item, i) => this.visit(item, `${key}[${i}]`, offsetOf(item) ?? offset, depth + 1));
    else if (yaml.isScalar(node)) this.add(key, node.value, offset);
  }

  private visitPair(key: unknown, value: unknown, prefix: string, depth: number): void {
    if (!this.yaml.isScalar(key)) return;
    const name = String(key.value);
    const isMerge = name === '<<';
    const path = prefix === '' || isMerge ? (isMerge ? prefix : name) : `${prefix}.${name}`;
    this.visit(value, path, offsetOf(key) ?? 0, depth + 1);
  }

  private target(alias: Yaml.Alias): Yaml.Node | undefined {
    return alias.resolve(this.document);
  }

  private add(key: string, value: unknown, offset: number): void {
    const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
    if (!isPlain || (typeof value === 'string' && value.length > LONGEST) || !this.wanted(key)) return;
    this.found.push({ key, value, line: this.lines.linePos(offset).line });
  }
}

function offsetOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? (node.range[0] as number)
    : undefined;
}
