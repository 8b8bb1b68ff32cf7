/** The language-model tool's name in `package.json`. */
export const FIT_LOG_TOOL = 'grpoDynamics_fit';
