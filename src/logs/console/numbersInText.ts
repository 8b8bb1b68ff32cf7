/** One number as people and programs print it; what follows must not make it part of a word, a time or a fraction. */
export const NUMBER = String.raw`[+-]?(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:nan|NaN|inf|Infinity)\b`;

/** The number a match of NUMBER stands for. */
export function valueOf(text: string): number {
  const plain = text.toLowerCase();
  if (plain.endsWith('nan')) return NaN;
  if (plain.includes('inf')) return plain.startsWith('-') ? -Infinity : Infinity;
  return Number(text.replaceAll(',', ''));
}
