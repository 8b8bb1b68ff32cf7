/** A cell of a text table: the text, and a painter applied after padding. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Rows of cells in aligned columns, two spaces apart: the first column to the left, the others to the right. */
export function textTable(rows: readonly (readonly Cell[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row.at(column)?.text.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map(({ text, paint }, column) => {
        const padded = column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]);
        return paint === undefined ? padded : paint(padded);
      })
      .join('  ')
      .trimEnd(),
  );
}
