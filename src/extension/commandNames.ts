/** The commands of `package.json`; a test compares the two. */
export const FIT_COMMAND = 'grpoDynamics.fit';
export const COPY_SUMMARY_COMMAND = 'grpoDynamics.copySummary';
export const SELECT_REWARD_COMMAND = 'grpoDynamics.selectReward';
export const SELECT_RUN_COMMAND = 'grpoDynamics.selectRun';
export const COMPARE_COMMAND = 'grpoDynamics.compare';
export const COMPARE_SELECTED_COMMAND = 'grpoDynamics.compareSelected';
export const SHOW_OUTPUT_COMMAND = 'grpoDynamics.showOutput';
export const REFRESH_RUNS_COMMAND = 'grpoDynamics.refreshRuns';
export const STOP_SCAN_COMMAND = 'grpoDynamics.stopScan';
export const SORT_BY_SEVERITY_COMMAND = 'grpoDynamics.sortRunsBySeverity';
export const SORT_BY_RECENCY_COMMAND = 'grpoDynamics.sortRunsByRecency';
export const FILTER_RUNS_COMMAND = 'grpoDynamics.filterRuns';
export const CLEAR_RUN_FILTER_COMMAND = 'grpoDynamics.clearRunFilter';
export const OPEN_RUN_LOG_COMMAND = 'grpoDynamics.openRunLog';
export const REVEAL_RUN_COMMAND = 'grpoDynamics.revealRun';
export const OPEN_SIDE_BY_SIDE_COMMAND = 'grpoDynamics.openSideBySide';
