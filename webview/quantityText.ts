import { formatQuantity, type QuantityStyle } from '../src/report/formatQuantity';
import { levelResolution } from '../src/report/levelResolution';
import type { Interpretation, Quantity } from '../src/report/report';

/** A quantity in words; reward levels get the digits that the run's own rise makes worth reading, as on the command line. */
export function quantityText(
  quantity: Quantity,
  interpretation: Interpretation,
  style: Pick<QuantityStyle, 'terse'> = {},
): string {
  const resolution = quantity.unit === 'reward' ? levelResolution(interpretation) : undefined;
  return formatQuantity(quantity, resolution === undefined ? style : { ...style, resolution });
}
