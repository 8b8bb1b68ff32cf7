/** The panel's view type; `package.json` activates the extension for both, so that a reload can restore panels. */
export const PANEL_TYPE = 'grpoDynamics.panel';
/** The comparison's. */
export const COMPARE_TYPE = 'grpoDynamics.comparison';
