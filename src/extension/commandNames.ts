/** The commands of `package.json`; a test compares the two. */
export const FIT_COMMAND = 'grpoDynamics.fit';
export const COPY_SUMMARY_COMMAND = 'grpoDynamics.copySummary';
/** Run by quick fixes only: `(uri, run, step)` and `(uri, mode, isMuted)`. */
export const OPEN_AT_STEP_COMMAND = 'grpoDynamics.openAtStep';
export const MUTE_COMMAND = 'grpoDynamics.muteMode';
export const SHOW_OUTPUT_COMMAND = 'grpoDynamics.showOutput';
