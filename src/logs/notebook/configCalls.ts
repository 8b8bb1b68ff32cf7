import { NOT_PLAIN } from '../hyperparameters';

/** One keyword argument of a call: its value where it is a literal, `NOT_PLAIN` where it is an expression. */
export interface Keyword {
  readonly name: string;
  readonly value: number | string | boolean | null;
  /** Where the name begins in the text. */
  readonly offset: number;
}

/** The class that takes GRPO's arguments in TRL and what is built on it; its name may end another's. */
const CONFIG_CLASS = /GRPOConfig$/;

/** Comments, strings, names, numbers, space, and any other character by itself. */
const TOKEN =
  /#[^\n]*|[bfru]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|[a-z_]\w*|\.?\d(?:[\w.]|(?<=e)[+-])*|\s+|\*\*|[\s\S]/gi;

interface Token {
  readonly text: string;
  readonly offset: number;
}

/**
 * The keyword arguments of every `GRPOConfig(…)` call in a Python text. Nothing is run and nothing is worked out: a value
 * is a number, a plain text, True, False or None as it stands there. A call that takes more from elsewhere (`**more`) is
 * left out, since it may set anything.
 */
export function configCalls(source: string): Keyword[] {
  const tokens = tokensOf(source);
  return tokens.flatMap(({ text }, i) =>
    CONFIG_CLASS.test(text) && tokens.at(i + 1)?.text === '(' ? keywordsOf(argumentsFrom(tokens, i + 2)) : [],
  );
}

function tokensOf(source: string): readonly Token[] {
  return [...source.matchAll(TOKEN)]
    .map((match) => ({ text: match[0], offset: match.index }))
    .filter(({ text }) => !/^[\s#]/.test(text));
}

/** The tokens of each argument up to the bracket that closes the call; none where it is never closed. */
function argumentsFrom(tokens: readonly Token[], start: number): readonly (readonly Token[])[] {
  const all: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (/^[)\]}]$/.test(token.text) && depth-- === 0) return all;
    if (/^[([{]$/.test(token.text)) depth++;
    if (token.text === ',' && depth === 0) all.push([]);
    else all.at(-1)?.push(token);
  }
  return [];
}

function keywordsOf(all: readonly (readonly Token[])[]): Keyword[] {
  if (all.some((tokens) => tokens.at(0)?.text === '**')) return [];
  return all
    .filter((tokens) => tokens.at(1)?.text === '=')
    .map(([{ text, offset }, , ...value]) => ({ name: text, value: literalOf(value), offset }));
}

function literalOf(tokens: readonly Token[]): Keyword['value'] {
  const text = tokens.map((token) => token.text).join(' ');
  const number = Number(text.replace(/^- /, '-').replaceAll('_', ''));
  if (/^(?:- )?[\d.]/.test(text) && Number.isFinite(number)) return number;
  if (text === 'True' || text === 'False') return text === 'True';
  if (text === 'None') return null;
  return tokens.length === 1 ? (/^[ru]?(["'])([^"'\\\n]*)\1$/i.exec(text)?.at(2) ?? NOT_PLAIN) : NOT_PLAIN;
}
