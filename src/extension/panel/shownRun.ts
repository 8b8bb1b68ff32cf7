import type { Analysis } from '../../analysis/analysis';
import { muteFindings } from '../../report/muteFindings';
import type { Report } from '../../report/report';
import type { LogIndex } from '../logIndex';
import { isNonEmpty, type NonEmpty } from '../nonEmpty';
import type { MutedModes } from '../problems/mutedModes';

/** Which of a log's runs a panel shows, and what is known of it. */
export class ShownRun {
  /** Null for the first run, and for a log of one. */
  name: string | null;
  readonly #key: string;
  readonly #index: LogIndex;
  readonly #muted: MutedModes;

  constructor(key: string, name: string | null, index: LogIndex, muted: MutedModes) {
    this.#key = key;
    this.name = name;
    this.#index = index;
    this.#muted = muted;
  }

  /** Of all runs, with their points; null where the log has to be read for them first. */
  analyses(): NonEmpty<Analysis> | null {
    const analyses = this.#index.analysesOf(this.#key) ?? [];
    return isNonEmpty(analyses) ? analyses : null;
  }

  /** Its name in the log; null for a log of one run without one. */
  runName(): string | null {
    return this.analysis()?.report.source.run ?? null;
  }

  /** Of the shown run, with the muted modes marked; null where the log has to be read first. */
  analysis(): Analysis | null {
    const analyses = this.analyses();
    if (analyses === null) return null;
    const shown = analyses.find(({ report }) => report.source.run === this.name) ?? analyses[0];
    return { ...shown, report: this.withMuted(shown.report) };
  }

  /** Of the shown run, with the muted modes marked; there without the points too. */
  report(): Report | null {
    const view = this.#index.look(this.#key);
    if (view.kind !== 'analysed') return null;
    return this.withMuted(view.reports.find((one) => one.source.run === this.name) ?? view.reports[0]);
  }

  withMuted(report: Report): Report {
    return muteFindings(report, this.#muted.of(this.#key));
  }
}
