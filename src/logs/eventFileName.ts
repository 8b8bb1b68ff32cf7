/** Whether a file's name is that of a TensorBoard event file; what it is, its content says. */
export function isEventFileName(name: string): boolean {
  return name.includes('tfevents') && !name.endsWith('.gz');
}
