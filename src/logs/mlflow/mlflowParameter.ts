import type { Hyperparameters } from '../hyperparameters';
import { parseNumber } from '../parseNumber';

/** A parameter as MLflow keeps it, as text: what Python printed. */
export function addMlflowParameter(config: Hyperparameters, key: string, text: string): void {
  const value = text.trim();
  const number = parseNumber(value);
  if (number !== null) config.add(key, number);
  else if (value === 'True' || value === 'False') config.add(key, value === 'True');
  else if (value !== 'None') config.add(key, value);
}
