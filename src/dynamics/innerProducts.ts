/**
 * Inner products of a curve φ, its slopes and the rewards, all made orthogonal to the unit vector `u` on the way:
 * what a sum of squares needs, in two passes over the points. (One pass for each product would take most of a fit's
 * time.)
 */
export interface InnerProducts {
  /** Part of φ along u, before it was removed. */
  level: number;
  phiPhi: number;
  phiY: number;
  /** By slope k: slopeₖ·φ and slopeₖ·y. */
  readonly slopePhi: Float64Array;
  readonly slopeY: Float64Array;
  /** Slopeₖ·slopeₗ, row by row. */
  readonly slopeSlope: Float64Array;
}

/**
 * Room for the inner products of a curve with this many shape constants.
 *
 * @param shapes number of shape constants
 * @returns zeros
 */
export function roomForProducts(shapes: number): InnerProducts {
  return {
    level: 0,
    phiPhi: 0,
    phiY: 0,
    slopePhi: new Float64Array(shapes),
    slopeY: new Float64Array(shapes),
    slopeSlope: new Float64Array(shapes * shapes),
  };
}

/**
 * Remove from φ and its slopes (0, 1 or 2) their parts along `u` and take all inner products.
 *
 * @param u unit vector
 * @param y rewards, orthogonal to `u`
 * @param phi the curve; changed
 * @param slopes its derivatives by the shape constants; changed
 * @param out receives the products
 */
export function takeProducts(
  u: Float64Array,
  y: Float64Array,
  phi: Float64Array,
  slopes: readonly Float64Array[],
  out: InnerProducts,
): void {
  if (slopes.length === 2) planar(u, y, phi, slopes[0], slopes[1], out);
  else if (slopes.length === 1) linear(u, y, phi, slopes[0], out);
  else plain(u, y, phi, out);
}

function plain(u: Float64Array, y: Float64Array, phi: Float64Array, out: InnerProducts): void {
  let level = 0;
  for (let i = 0; i < u.length; i++) level += u[i] * phi[i];
  let pp = 0;
  let py = 0;
  for (let i = 0; i < u.length; i++) {
    const p = phi[i] - level * u[i];
    phi[i] = p;
    pp += p * p;
    py += p * y[i];
  }
  out.level = level;
  out.phiPhi = pp;
  out.phiY = py;
}

function linear(
  u: Float64Array,
  y: Float64Array,
  phi: Float64Array,
  slope: Float64Array,
  out: InnerProducts,
): void {
  let along = 0;
  for (let i = 0; i < u.length; i++) along += u[i] * slope[i];
  plain(u, y, phi, out);
  let sp = 0;
  let sy = 0;
  let ss = 0;
  for (let i = 0; i < u.length; i++) {
    const s = slope[i] - along * u[i];
    slope[i] = s;
    sp += s * phi[i];
    sy += s * y[i];
    ss += s * s;
  }
  out.slopePhi[0] = sp;
  out.slopeY[0] = sy;
  out.slopeSlope[0] = ss;
}

function planar(
  u: Float64Array,
  y: Float64Array,
  phi: Float64Array,
  first: Float64Array,
  second: Float64Array,
  out: InnerProducts,
): void {
  let [level, alongA, alongB] = [0, 0, 0];
  for (let i = 0; i < u.length; i++) {
    const w = u[i];
    level += w * phi[i];
    alongA += w * first[i];
    alongB += w * second[i];
  }
  let [pp, py, ap, ay, aa, bp, by, bb, ab] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < u.length; i++) {
    const [w, v] = [u[i], y[i]];
    const p = phi[i] - level * w;
    const a = first[i] - alongA * w;
    const b = second[i] - alongB * w;
    phi[i] = p;
    pp += p * p;
    py += p * v;
    ap += a * p;
    ay += a * v;
    aa += a * a;
    bp += b * p;
    by += b * v;
    bb += b * b;
    ab += a * b;
  }
  out.level = level;
  out.phiPhi = pp;
  out.phiY = py;
  out.slopePhi.set([ap, bp]);
  out.slopeY.set([ay, by]);
  out.slopeSlope.set([aa, ab, ab, bb]);
}
