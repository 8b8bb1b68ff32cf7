/**
 * Runs in the page: what is too close to what lies behind it, as "ratio what". Texts below `text` (WCAG 1.4.3) and
 * signs of the legend below `sign` (WCAG 1.4.11). Texts in the toolkit's shadow trees are the toolkit's own.
 */
export function faint({ text, sign }) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });

  /** The colour that is seen where `layers` lie on one another, the first at the bottom. */
  const blended = (layers) => {
    ctx.clearRect(0, 0, 1, 1);
    for (const colour of layers) {
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, 1, 1);
    }
    return [...ctx.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const backgrounds = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return layers;
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (node, colour) => {
    const below = backgrounds(node);
    const seen = colour === 'none' ? below : [...below, colour];
    const [light, dark] = [luminance(blended(below)), luminance(blended(seen))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const hasText = (node) =>
    [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  const below = (least) => (found) => found.ratio < least;
  const texts = [...document.querySelectorAll('main *')]
    .filter((node) => hasText(node) && node.checkVisibility() && !node.tagName.startsWith('VSCODE-'))
    .map((node) => ({
      ratio: ratio(node, getComputedStyle(node).color),
      what: node.textContent.trim().slice(0, 40),
    }));
  const signs = [...document.querySelectorAll('.swatch > *')].map((node) => {
    const { stroke, fill } = getComputedStyle(node);
    return { ratio: ratio(node, stroke === 'none' ? fill : stroke), what: node.getAttribute('class') };
  });
  return [...texts.filter(below(text)), ...signs.filter(below(sign))].map(
    (found) => `${found.ratio.toFixed(2)} ${found.what}`,
  );
}
