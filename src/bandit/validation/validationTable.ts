import { holds, toleranceText, type Claim, type ClaimRow } from './claim';

/** The validation as Markdown: one section per claim with its picture and table. */
export function validationMarkdown(claims: readonly Claim[]): string {
  const failed = claims.filter((claim) => !holds(claim)).length;
  const verdict =
    failed === 0 ? `All ${claims.length} claims hold.` : `${failed} of ${claims.length} claims fail.`;
  return `# Validation on the softmax bandit\n\n${INTRODUCTION}\n\n${verdict}\n\n${claims.map(claimMarkdown).join('\n')}`;
}

const INTRODUCTION =
  'Written by `npm run validate`: each claim of the model against the two-arm softmax bandit, where the policy is its ' +
  'expected reward and the model must hold exactly or to a stated tolerance. The simulations are seeded: the same numbers ' +
  'come out every time. A claim that fails makes the command fail. Beside it: [public real runs](real-runs.md), written where ' +
  'their logs are at hand, and [a neural policy](deep.md), by `npm run validate -- --deep`.';

/** One claim as Markdown: title, method, picture, table. */
export function claimMarkdown(claim: Claim): string {
  const head = `## ${claim.title}\n\n${claim.method}\n\n![${claim.title}](${claim.id}.svg)\n\n`;
  const rows = claim.rows.map((row) => `| ${cells(row).join(' | ')} |`);
  return `${head}| claim | predicted | measured | tolerance | pass |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** The validation for a terminal: aligned columns under each claim's title. */
export function validationText(claim: Claim): string {
  const table = [['claim', 'predicted', 'measured', 'tolerance', 'pass'], ...claim.rows.map(cells)];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return `${claim.title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function cells(row: ClaimRow): string[] {
  return [
    row.setting,
    digits(row.predicted),
    digits(row.measured),
    toleranceText(row.tolerance),
    row.pass ? 'yes' : 'NO',
  ];
}

function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}
