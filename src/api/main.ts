/** What `import … from 'grpo-dynamics'` gives: the one file that collects, because a package has one door. */
export { analyseFile } from './analyseFile';
export { analyseText } from './analyseText';
export { LogError } from '../logs/logError';
export type { AnalyseOptions } from '../analysis/options';
export type {
  Evidence,
  FailureMode,
  Finding,
  Forecast,
  Interpretation,
  Quantity,
  Report,
  ReportFit,
  RunState,
  Stability,
} from '../report/report';
