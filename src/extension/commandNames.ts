/** The commands of `package.json`; a test compares the two. */
export const FIT_COMMAND = 'grpoDynamics.fit';
export const COPY_SUMMARY_COMMAND = 'grpoDynamics.copySummary';
export const SHOW_OUTPUT_COMMAND = 'grpoDynamics.showOutput';
