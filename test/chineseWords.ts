import { readFileSync } from 'node:fs';

/** The Simplified Chinese texts of the code. */
export const CHINESE = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<
  string,
  string
>;

/** Names that are written the same in Chinese, settings and keys in code form, symbols. */
const KEPT =
  /--?[\w-]+|[\w.]*[_/][\w/.…-]*|[\w-]+\.json\w*|\b(?:GRPO|KL|Adam|SGD|sgd|BIC|TRL|verl|slime|trainer|JSON|YAML|NaN|transformers|Trainer|beta1|k|k_thr|G|H|R|e|a|b|sse|r2|bic|bicAr|n|noiseCeiling|tinker|cookbook|MB|KB|2G|learningRate|groupSize|refreshInterval|optimizer|asyncLag|[a-z]?\d[\d.,]*(?:e-?\d+)?)\b/g;

/** Numbers with their signs and units left out, sorted. */
export function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*(?:e-?\d+)?/g) ?? []).sort();
}

/**
 * Latin words that are neither names nor keys of the log.
 *
 * @param text a Chinese text
 * @param keys what the log itself says
 */
export function latinOf(text: string, keys: readonly string[]): string[] {
  const longestFirst = keys.toSorted((one, other) => other.length - one.length);
  const bare = longestFirst.reduce((rest, key) => rest.replaceAll(key, ''), text);
  return bare.replace(KEPT, '').match(/[A-Za-z]{2,}/g) ?? [];
}
