import type { Report } from '../../report/report';
import { firstSentence } from '../../report/sentences';
import type { NonEmpty } from '../nonEmpty';

/** Reports of more runs than this would fill a model's window. */
const MOST_RUNS = 4;

/**
 * What a model is told of a log: a sentence for each run, then the Reports as the command line's `--json` prints them.
 * @param run the one run that was asked for
 * @throws Error with the names there are, where none is called so
 */
export function reportText(reports: NonEmpty<Report>, run?: string): string {
  const wanted = run === undefined ? reports : reports.filter(({ source }) => source.run === run);
  if (wanted.length === 0) throw new Error(`no run is called ${run ?? ''}; there are: ${namesOf(reports)}`);
  const told = wanted.slice(0, MOST_RUNS);
  const sentences = told.map((report) => `${report.source.run ?? 'The run'}: ${firstSentence(report)}`);
  if (told.length < wanted.length)
    sentences.push(
      `The first ${told.length} of ${wanted.length} runs; name another by "run": ${namesOf(wanted)}`,
    );
  return `${sentences.join('\n')}\n\n${JSON.stringify(told.length === 1 ? told[0] : told)}`;
}

function namesOf(reports: readonly Report[]): string {
  return reports.map(({ source }) => source.run ?? '(no name)').join(', ');
}
