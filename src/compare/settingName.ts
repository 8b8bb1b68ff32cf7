/** Settings whose name in the Report is not how people call them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['beta1', 'momentum (β₁)'],
  ['klCoefficient', 'KL coefficient'],
  ['advantageStd', 'advantage standard deviation'],
  ['parameters', 'model parameters'],
  ['promptsPerBatch', 'prompts a batch'],
]);

/**
 * A setting as a person calls it: "learning rate" for `learningRate`.
 *
 * @param name its name in the Report
 */
export function settingName(name: string): string {
  return NAMES.get(name) ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
