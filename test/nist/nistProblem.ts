import type { Objective } from '../../src/dynamics/levenbergMarquardt';
import type { NistModel } from './nistModels';
import type { NistSet } from './readNist';

/** The sum of squares of a reference set, for the solver that fits the product's curves. */
export class NistProblem implements Objective {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly total: number;
  evaluations = 0;
  readonly #set: NistSet;
  readonly #model: NistModel;
  readonly #slopes: number[];

  constructor(set: NistSet, model: NistModel) {
    const p = set.constants.length;
    this.#set = set;
    this.#model = model;
    this.#slopes = new Array<number>(p).fill(0);
    this.gradient = new Float64Array(p);
    this.curvature = new Float64Array(p * p);
    this.total = set.y.reduce((sum, value) => sum + value * value, 0);
  }

  /** Sum of squares at a point; gradient and curvature (halves) then belong to it. */
  evaluate = (b: readonly number[]): number => {
    this.evaluations++;
    const slopes = this.#slopes;
    this.gradient.fill(0);
    this.curvature.fill(0);
    let squares = 0;
    this.#set.y.forEach((y, i) => {
      const residual = y - this.#model(b, this.#set.x[i], slopes);
      squares += residual * residual;
      slopes.forEach((slope, k) => {
        this.gradient[k] -= slope * residual;
        for (let l = 0; l <= k; l++) this.curvature[k * b.length + l] += slope * slopes[l];
      });
    });
    for (let k = 0; k < b.length; k++)
      for (let l = 0; l < k; l++) this.curvature[l * b.length + k] = this.curvature[k * b.length + l];
    return squares;
  };
}
