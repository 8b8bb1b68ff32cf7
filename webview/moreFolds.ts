import { t } from '@vscode/l10n';
import type { ResidualCheck } from '../src/report/residualCheck';
import type { ChartData } from './chart/chartData';
import { dataTable } from './dataTable';
import { fold, type Fold } from './fold';
import { residualsFold } from './residualsFold';

/** Parts that cost something to build: they are built while they are open only. */
export class MoreFolds {
  private readonly residuals: Fold;
  private readonly data: Fold;
  private shown: { readonly chart: ChartData; readonly check: ResidualCheck | null } | null = null;

  constructor(openNames: readonly string[], onFold: (name: string, open: boolean) => void) {
    const make = (name: string, title: string): Fold =>
      fold(title, openNames.includes(name), (open) => {
        onFold(name, open);
        this.build();
      });
    this.residuals = make('residuals', t('Residuals'));
    this.data = make('data', t('Data (table)'));
  }

  get nodes(): readonly HTMLElement[] {
    return [this.residuals.node, this.data.node];
  }

  show(chart: ChartData, check: ResidualCheck | null): void {
    this.shown = { chart, check };
    this.build();
  }

  private build(): void {
    const { shown, residuals, data } = this;
    if (shown === null) return;
    residuals.body.replaceChildren(...(residuals.node.open ? residualsFold(shown.check) : []));
    data.body.replaceChildren(...(data.node.open ? dataTable(shown.chart) : []));
  }
}
