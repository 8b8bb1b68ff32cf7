import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/analysis';
import type { speak } from '../../platform/speak';
import type { ComparedLogs } from '../../analysis/compareLogs';
import type { CompareCopy, CompareSave } from '../../compareProtocol';
import type { CopyKind, SaveKind } from '../../protocol';
import type { Report } from '../../report/report';

type MakeText = (compared: ComparedLogs, names: readonly string[]) => string;

/** What `dist/texts.js` exports. */
export interface Texts {
  readonly COPIED: Readonly<Record<CopyKind, (report: Report) => string>>;
  readonly SAVED: Readonly<Record<Exclude<SaveKind, 'png'>, (analysis: Analysis) => string>>;
  readonly speak: typeof speak;
  readonly COMPARISON_COPIED: Readonly<Record<CompareCopy, MakeText>>;
  readonly COMPARISON_SAVED: Readonly<Record<CompareSave, MakeText>>;
}

/** The makers of texts; read from beside this bundle when they are first needed. */
export function loadTexts(): Texts {
  const texts = createRequire(__filename)(path.join(__dirname, 'texts.js')) as Texts;
  texts.speak(vscode.l10n.bundle);
  return texts;
}
