import { RUN_COLOURS } from './runLook';

/** The runs' colours in the theme as it is now; the text's own stands in for one the theme leaves out. */
export function readRunColours(): string[] {
  const style = getComputedStyle(document.body);
  return RUN_COLOURS.map((name) => {
    const colour = style.getPropertyValue(`--vscode-${name}`).trim();
    return colour === '' ? style.color : colour;
  });
}
