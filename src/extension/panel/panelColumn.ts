/** A column of editors, as far as a new panel cares. */
export interface EditorColumn<Column extends number = number> {
  /** 1-based, from the left. */
  readonly column: Column;
  readonly isActive: boolean;
  /** Whether a panel of this extension is among its tabs. */
  readonly holdsPanel: boolean;
}

/**
 * The column of a new panel: that of the panels there are, else beside the log it speaks of. From the last of
 * several columns "beside" would be one column more, and again with the next log, so that the active one is taken.
 * @param inEditor whether the active tab is an editor, which the panel must not cover
 */
export function panelColumn<Column extends number>(
  columns: readonly EditorColumn<Column>[],
  inEditor: boolean,
): Column | 'beside' | 'active' {
  const holders = columns.filter(({ holdsPanel }) => holdsPanel);
  const holder = holders.find(({ isActive }) => isActive) ?? holders.at(0);
  if (holder !== undefined) return holder.column;
  const last = Math.max(...columns.map(({ column }) => column));
  const isAtEnd = columns.length > 1 && columns.some(({ column, isActive }) => isActive && column === last);
  return inEditor && !isAtEnd ? 'beside' : 'active';
}
