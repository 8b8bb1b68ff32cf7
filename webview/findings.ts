import type { Finding } from '../src/report/report';

/** Steps at which something was found, ascending. */
export function findingSteps(findings: readonly Finding[]): number[] {
  return findings
    .flatMap(({ verdict, step }) => (verdict === 'present' && step !== null ? [step] : []))
    .toSorted((a, b) => a - b);
}
