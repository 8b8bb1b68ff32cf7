/** The view's id in `package.json`. */
export const RUNS_VIEW = 'grpoDynamics.runs';
