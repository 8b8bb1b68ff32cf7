/**
 * The one file that knows @vscode/webview-ui-toolkit. Its repository is archived: whatever replaces it, only the
 * functions below need another body. Custom elements upgrade when `registerToolkit` has run. Its badge, tag and
 * progress ring are not used: their templates write style attributes, which the page's policy refuses.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDivider,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { custom } from './dom';

let registered = false;

/**
 * Defines the elements, once. Before it they stand in the page as plain text in boxes of their size (`:not(:defined)` in
 * base.css): to define them takes as long as to draw the curve, which is what is waited for.
 */
export function registerToolkit(): void {
  if (registered) return;
  registered = true;
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDivider(), vsCodeDropdown(), vsCodeOption());
}

/** How much a button asks for attention. */
type Appearance = 'primary' | 'secondary' | 'icon';

/** A button; `name` is what a screen reader says where the label is a sign. */
export function button(
  label: string,
  onClick: () => void,
  { appearance = 'secondary', name }: { appearance?: Appearance; name?: string } = {},
): HTMLElement {
  const node = custom(
    'vscode-button',
    { appearance, ...(name === undefined ? {} : { 'aria-label': name, title: name }) },
    label,
  );
  node.addEventListener('click', onClick);
  return node;
}

/** A drop-down of texts; `onChange` gets the index. */
export function dropdown(
  name: string,
  options: readonly string[],
  selected: number,
  onChange: (index: number) => void,
): HTMLElement {
  const items = options.map((text, i) =>
    custom('vscode-option', { value: String(i), selected: i === selected }, text),
  );
  const node = custom('vscode-dropdown', { 'aria-label': name }, ...items);
  node.addEventListener('change', () => {
    const { selectedIndex } = node as HTMLElement & { selectedIndex: number };
    onChange(selectedIndex);
  });
  return node;
}

/** A line between two parts. */
export function divider(): HTMLElement {
  return custom('vscode-divider');
}
