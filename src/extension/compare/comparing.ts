/**
 * The entry of `dist/comparing.js`: what only a comparison needs, and every start of VS Code would read for nothing.
 * Classes of the activation bundle are other classes here: nothing may ask for them by `instanceof`.
 */
export { ComparePanel } from './comparePanel';
export { readCompareState } from './comparePageMessage';
export { pickRuns } from './pickRuns';
export { speak } from '../../platform/speak';
