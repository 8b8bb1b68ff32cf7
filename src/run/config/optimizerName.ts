/** The optimizer as the model knows it: `adam` for its whole family, `sgd`, else the name as it was written. */
export function optimizerName(text: string): string {
  const name = text.toLowerCase().replace(/^.*[.:]/, '');
  if (name.includes('adam')) return 'adam';
  return name === 'sgd' ? 'sgd' : name.slice(0, 32);
}
