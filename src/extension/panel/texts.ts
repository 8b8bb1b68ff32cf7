import type { Analysis } from '../../analysis/analysis';
import type { ComparedLogs } from '../../analysis/compareLogs';
import type { CompareCopy, CompareSave } from '../../compareProtocol';
import type { speak } from '../../platform/speak';
import type { CopyKind, SaveKind } from '../../protocol';
import type { Report } from '../../report/report';

type MakeText = (compared: ComparedLogs, names: readonly string[]) => string;

/** The makers of what a person takes away, as src/platform/reportTexts.ts holds them. */
export interface Texts {
  readonly COPIED: Readonly<Record<CopyKind, (report: Report) => string>>;
  readonly SAVED: Readonly<Record<Exclude<SaveKind, 'png'>, (analysis: Analysis) => string>>;
  readonly speak: typeof speak;
  readonly COMPARISON_COPIED: Readonly<Record<CompareCopy, MakeText>>;
  readonly COMPARISON_SAVED: Readonly<Record<CompareSave, MakeText>>;
}
