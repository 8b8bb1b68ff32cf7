import type { JoinColumn } from './joinColumn';
import type { TableBuilder } from './tableBuilder';

/** Walks over one column in the order of the table's rows. */
export class ColumnCursor {
  private readonly key: string;
  private readonly places: Int32Array;
  private readonly values: Float64Array;
  private next = 0;

  constructor({ key, rows, values, length }: JoinColumn, placeOf: Int32Array) {
    this.key = key;
    this.places = rows.subarray(0, length).map((row) => placeOf[row] ?? 0);
    this.values = values.subarray(0, length);
    if (!ascends(this.places)) {
      const order = Int32Array.from(this.places.keys()).sort(
        (a, b) => (this.places[a] ?? 0) - (this.places[b] ?? 0) || a - b,
      );
      this.values = Float64Array.from(order, (at) => values[at] ?? NaN);
      this.places.sort();
    }
  }

  /** Adds the value of this place to the table, where there is one. */
  addTo(table: TableBuilder, place: number): void {
    if (this.places[this.next] !== place) return;
    table.number(this.key, this.values[this.next++] ?? NaN);
  }
}

function ascends(places: Int32Array): boolean {
  for (let i = 1; i < places.length; i++) if ((places[i] ?? 0) < (places[i - 1] ?? 0)) return false;
  return true;
}
