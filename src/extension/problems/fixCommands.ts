/** Commands of the quick fixes, in no menu: `(uri, run, step)`. */
export const OPEN_AT_STEP_COMMAND = 'grpoDynamics.openAtStep';

/** `(uri, mode, isMuted)`. */
export const MUTE_COMMAND = 'grpoDynamics.muteMode';
