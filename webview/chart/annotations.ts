import { t } from '@vscode/l10n';
import { bandGeometry } from './bandGeometry';
import { placeLabels } from './labelRows';
import type { Palette } from './palette';
import type { DrawnCut, DrawnPlateau, Marker, Picture } from './drawnPicture';

/** A drawing surface with the chart's own scales; pixels of the page. */
export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (step: number) => number;
  readonly y: (reward: number) => number;
  readonly palette: Palette;
}

/** Dashes by meaning; the legend draws the same. */
export const DASHES = {
  fit: [],
  ahead: [2, 4],
  forecast: [7, 4],
  row: [1, 2],
  rival: [9, 5],
  plateau: [12, 4, 2, 4],
  edge: [3, 3],
  guide: [1, 3],
  cut: [2, 2],
  replay: [10, 3, 3, 3],
  finding: [6, 3],
  smooth: [],
} as const satisfies Record<string, readonly number[]>;

/** Height of one row of marker labels above the chart, pixels. */
export const LABEL_ROW = 16;
/** A chart narrower than this has a row of its own for each of the three markers. */
export const VERY_NARROW = 360;
/** A chart narrower than this has room for the plateau's number only. */
export const NARROW = 560;
/** Room right of the chart, pixels: wide for the plateau's label; narrow, where that stands inside, for a marker. */
export const GUTTER = { narrow: 12, wide: 112 } as const;

const FONT_SIZE = 11;

function stroke(
  surface: Surface,
  colour: string,
  dash: readonly number[],
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  const { ctx } = surface;
  ctx.strokeStyle = colour;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawBand(surface: Surface, plateau: DrawnPlateau, height: readonly [number, number]): void {
  const { ctx, area, palette } = surface;
  const { band, edges } = bandGeometry(plateau, height);
  if (band === null) return;
  const [bottom, top] = [surface.y(band[0]), surface.y(band[1])];
  if (!palette.highContrast) {
    // A band over most of the chart would paint over everything: the less it says, the fainter it is.
    ctx.globalAlpha = band[1] - band[0] > 0.3 * (height[1] - height[0]) ? 0.07 : 0.13;
    ctx.fillStyle = palette.plateau;
    ctx.fillRect(area.left, top, area.right - area.left, bottom - top);
    ctx.globalAlpha = 1;
  }
  ctx.lineWidth = 1;
  [bottom, top].forEach((y, i) => {
    if (edges[i]) stroke(surface, palette.plateau, DASHES.edge, [area.left, y], [area.right, y]);
  });
}

/** What lies under the points: the plateau's band and line. */
export function drawUnderlay(surface: Surface, picture: Picture): void {
  const { plateau, height } = picture;
  if (plateau === null) return;
  const { ctx, area, palette } = surface;
  ctx.save();
  drawBand(surface, plateau, height);
  const { line, beyond } = bandGeometry(plateau, height);
  ctx.lineWidth = 1.5;
  if (beyond === null)
    stroke(
      surface,
      palette.plateau,
      DASHES.plateau,
      [area.left, surface.y(line)],
      [area.right, surface.y(line)],
    );
  ctx.restore();
}

/** A narrow chart has no room beside it: the label stands over the line, at the left edge, where a curve on its way is furthest off. */
function drawInside({ ctx, area, palette }: Surface, text: string, y: number): void {
  const { width } = ctx.measureText(text);
  const top = Math.min(Math.max(y - 18, area.top + 1), area.bottom - 16);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = palette.background;
  ctx.fillRect(area.left + 2, top, width + 8, 15);
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.text;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillText(text, area.left + 6, top + 8);
}

function drawPlateauLabel(surface: Surface, plateau: DrawnPlateau, height: readonly [number, number]): void {
  const { ctx, area, palette } = surface;
  const { line, beyond } = bandGeometry(plateau, height);
  const isWide = area.right - area.left > NARROW - GUTTER.wide;
  const arrow = beyond === null ? '' : beyond === 'above' ? ' ↑' : ' ↓';
  const [value, ...interval] = plateau.label.split(/ (?=[[(]|on both)|(?=（)/);
  if (!isWide) {
    drawInside(surface, `${value.replace(/ ±.*$/, '')}${arrow}`, surface.y(line));
    return;
  }
  const lines = [`${t('plateau')}${arrow}`, value, ...interval];
  const middle = Math.min(Math.max(surface.y(line), area.top + 14), area.bottom - 14);
  ctx.fillStyle = palette.text;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  lines.forEach((text, i) => {
    ctx.fillText(text, area.right + 9, middle + (i - (lines.length - 1) / 2) * 14);
  });
}

function traceMarker(ctx: CanvasRenderingContext2D, kind: Marker['kind'], x: number, y: number): void {
  const r = 5;
  ctx.beginPath();
  if (kind === 'last') ctx.arc(x, y, r - 0.5, 0, 2 * Math.PI);
  else if (kind === 'horizon') ctx.rect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
  else if (kind === 'fastest') {
    ctx.moveTo(x, y - r - 1);
    ctx.lineTo(x + r + 1, y + r - 1);
    ctx.lineTo(x - r - 1, y + r - 1);
    ctx.closePath();
  } else {
    ctx.moveTo(x, y - r - 1);
    ctx.lineTo(x + r + 1, y);
    ctx.lineTo(x, y + r + 1);
    ctx.lineTo(x - r - 1, y);
    ctx.closePath();
  }
}

function drawMarker(surface: Surface, marker: Marker, label: { left: number; row: number }): void {
  const { ctx, area, palette } = surface;
  const [x, y] = [surface.x(marker.x), surface.y(marker.y)];
  const baseline = area.top - 4 - label.row * LABEL_ROW;
  if (x <= area.right + 1) {
    ctx.lineWidth = 1;
    stroke(surface, palette.muted, DASHES.guide, [x, baseline + 2], [x, y]);
    traceMarker(ctx, marker.kind, x, y);
    ctx.fillStyle = palette.background;
    ctx.strokeStyle = palette.marker;
    ctx.lineWidth = 2;
    ctx.fill();
    ctx.stroke();
  }
  ctx.fillStyle = palette.text;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(marker.label, label.left, baseline);
}

/** Markers in view, in the order of their steps; one beyond the last step in view keeps its label, at the edge. */
function visibleMarkers(surface: Surface, picture: Picture): Marker[] {
  const { left, right } = surface.area;
  const isBeyond = ({ x }: Marker) => x > picture.full[1];
  return picture.markers
    .filter(
      (marker) => surface.x(marker.x) >= left - 1 && (surface.x(marker.x) <= right + 1 || isBeyond(marker)),
    )
    .toSorted((a, b) => a.x - b.x);
}

/** A thin vertical where the run is cut, its words at the top, on the side that has room. */
function drawCut(surface: Surface, { x, label }: DrawnCut): void {
  const { ctx, area, palette } = surface;
  const at = surface.x(x);
  if (at < area.left || at > area.right) return;
  ctx.lineWidth = 1;
  stroke(surface, palette.muted, DASHES.cut, [at, area.top], [at, area.bottom]);
  const { width } = ctx.measureText(label);
  const isRight = at + width + 6 <= area.right;
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = isRight ? 'left' : 'right';
  ctx.fillStyle = palette.text;
  ctx.fillText(label, isRight ? at + 4 : at - 4, area.top + 12);
}

/** What lies over the points and the curves: markers with their labels above the chart, the plateau's label beside it. */
export function drawOverlay(surface: Surface, picture: Picture): void {
  const { ctx, area, palette } = surface;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${palette.fontFamily}`;
  const markers = visibleMarkers(surface, picture);
  const wanted = markers.map((m) => ({ x: surface.x(m.x), width: ctx.measureText(m.label).width }));
  const placed = placeLabels(wanted, area.left, area.right + GUTTER.narrow);
  for (const cut of picture.cuts) drawCut(surface, cut);
  if (picture.replay !== null) drawCut(surface, picture.replay.line);
  if (picture.plateau !== null) drawPlateauLabel(surface, picture.plateau, picture.height);
  for (const [i, marker] of markers.entries()) drawMarker(surface, marker, placed[i]);
  ctx.restore();
}
