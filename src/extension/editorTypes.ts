/** The custom editors of `package.json`; a test compares the two. This one opens its files by default. */
export const LOG_EDITOR = 'grpoDynamics.logEditor';

/** And this one is offered by “Reopen Editor With…” for any file. */
export const OPTIONAL_LOG_EDITOR = 'grpoDynamics.optionalLogEditor';
