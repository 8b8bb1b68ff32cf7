/** Asks what to compare a run with: a log's URI, and the run's name in it. The panel's button runs it. */
export const COMPARE_WITH_COMMAND = 'grpoDynamics.compareWith';
