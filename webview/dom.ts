/** Attributes by name; `false` leaves one out, `true` sets an empty one. */
export type Attributes = Readonly<Record<string, string | boolean>>;

/** Attributes that would be markup or code rather than data; a log's text can never reach them by accident. */
const FORBIDDEN = /^(on|style$|srcdoc$)/i;

function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (FORBIDDEN.test(name))
      throw new Error(`The page sets no ${name} attribute: the policy would refuse it.`);
    if (value !== false) node.setAttribute(name, value === true ? '' : value);
  }
}

/** An element with attributes and children; strings become text nodes, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** The same for a custom element of the toolkit, whose tag TypeScript does not know. */
export function custom(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element; strings become text nodes. */
export function svg(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (SVGElement | string)[]
): SVGElement {
  const node = document.createElementNS(SVG, tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** Sets text only when it differs, so that a live region speaks and a selection survives only real changes. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
