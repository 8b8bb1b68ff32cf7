/** Text from a log must not draw icons: `$(` is the one markup that a lens and the status bar know. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
