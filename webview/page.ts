import { t } from '@vscode/l10n';
import type { PageMessage, PanelPoints, PanelSeries, ReplayMessage } from '../src/protocol';
import type { Finding, Report } from '../src/report/report';
import { ChartSection, type ChartViewState } from './chart/chartSection';
import { afterPaint } from './afterPaint';
import { chartData, type ChartData } from './chart/chartData';
import { windowOf } from './chart/drawnFindings';
import type { ConstantRow } from './constantRow';
import { constantRows } from './constantRows';
import { constantsTable } from './constantsTable';
import { el } from './dom';
import { findingCards } from './findingCards';
import { fold, type Fold } from './fold';
import { Header } from './header';
import { columnsFold, droppedFold, sentencesFold } from './logFold';
import { modelRows, type ModelRow } from './modelRows';
import { modelTable } from './modelTable';
import { MoreFolds } from './moreFolds';
import { noticeNodes, noticeOf, type NoticeData } from './notice';
import { ReadingProgress } from './readingProgress';
import { ReplayBar, type ReplayEvents } from './replay/replayBar';
import { Section } from './section';
import { isStale, type AnalysisMessage, type PanelModel } from './store';
import { divider } from './toolkit';
import { verdictNodes, verdictOf, type VerdictData } from './verdict';
import type { ViewState } from './viewState';
import { WhatIfSection } from './whatIf/whatIfSection';

/** The page as a whole: builds the parts in the order they are read and hands each its share of the model. */
export class Page {
  readonly node: HTMLElement;
  private readonly onView: (view: ViewState) => void;
  private view: ViewState;
  private shown: { readonly points: PanelPoints; readonly report: Report | null } | null = null;
  private series: readonly PanelSeries[] = [];
  private readonly more: MoreFolds;
  private readonly header: Header;
  private readonly chart: ChartSection;
  private readonly picture = el('div', { class: 'picture', hidden: true });
  private readonly meaning = el('div', { class: 'details', hidden: true });
  private readonly notice: Section<NoticeData | null>;
  private readonly noticeNode = el('div', { class: 'notice', role: 'status', hidden: true });
  private readonly progress = new ReadingProgress();
  private readonly replay: ReplayBar;
  private readonly whatIf: WhatIfSection;
  private readonly verdict: Section<VerdictData | null>;
  private readonly constants: Section<readonly ConstantRow[]>;
  private readonly findings: Section<readonly Finding[]>;
  private readonly models: Section<readonly ModelRow[]>;
  private readonly sentences: Section<readonly string[]>;
  private readonly dropped: Section<Report>;
  private readonly columns: Section<Report>;

  constructor(view: ViewState, post: (message: PageMessage) => void, onView: (view: ViewState) => void) {
    this.view = view;
    this.onView = onView;
    const reveal = (line: number) => post({ type: 'revealLine', line });
    this.header = makeHeader(post);
    this.replay = this.makeReplay(post);
    this.whatIf = new WhatIfSection(view.moved, (moved) => this.changeView({ ...this.view, moved }));
    this.chart = this.makeChart(reveal);
    this.notice = new Section(this.noticeNode, (data) =>
      noticeNodes(data, this.progress.node, {
        cancel: () => post({ type: 'cancel' }),
        retry: () => post({ type: 'retry' }),
        reveal,
      }),
    );
    const verdict = el('section', { class: 'verdict', 'aria-label': t('In short') });
    this.verdict = new Section(verdict, verdictNodes);
    const constants = el('div');
    this.constants = new Section(constants, constantsTable);
    const findings = el('div', { class: 'findings' });
    this.findings = new Section(findings, (data) => this.cards(data, reveal));
    this.more = new MoreFolds(view.open, (name, open) => this.onFold(name, open));
    const [sentences, models, dropped, columns] = this.folds();
    this.sentences = new Section(sentences.body, sentencesFold);
    this.models = new Section(models.body, modelTable);
    this.dropped = new Section(dropped.body, droppedFold);
    this.columns = new Section(columns.body, columnsFold);
    this.fill(constants, findings, [sentences, models, dropped, columns]);
    this.picture.append(verdict, this.chart.node, this.meaning);
    this.node = el('main', {}, this.header.node, this.noticeNode, this.picture);
  }

  private cards(findings: readonly Finding[], reveal: (line: number) => void): Node[] {
    return findingCards(findings, {
      reveal,
      showStep: (step) => this.showFinding(step),
      seriesOf: (key) => this.series.find((one) => one.key === key) ?? null,
    });
  }

  private makeReplay(post: (message: PageMessage) => void): ReplayBar {
    const ask = (step: number | null): void => {
      post({ type: 'replay', step });
      this.changeView({ ...this.view, replay: step });
    };
    const draw: ReplayEvents['draw'] = (step, answer) => this.chart.showReplay(step, answer);
    return new ReplayBar({ ask, draw }, this.view.replay);
  }

  private makeChart(reveal: (line: number) => void): ChartSection {
    const viewChanged = (chart: ChartViewState): void => this.changeView({ ...this.view, ...chart });
    const moreToggled = (open: boolean): void => this.onFold('strips', open);
    const isMoreOpen = this.view.open.includes('strips');
    return new ChartSection({ reveal, viewChanged, moreToggled }, this.view, isMoreOpen, this.replay.node);
  }

  private fill(constants: HTMLElement, findings: HTMLElement, folds: readonly Fold[]): void {
    this.meaning.append(
      divider(),
      el(
        'div',
        { class: 'columns' },
        part(t('What it means'), constants),
        part(t('Failure modes'), findings),
      ),
      divider(),
      this.whatIf.node,
      divider(),
      ...folds.map(({ node }) => node),
      ...this.more.nodes,
    );
  }

  /** Shows what the host last said. */
  show(model: PanelModel): void {
    this.header.show(model);
    const notice = noticeOf(model);
    this.noticeNode.hidden = notice === null;
    this.noticeNode.classList.toggle('error', notice?.activity.kind === 'failed');
    if (model.activity.kind === 'reading') this.progress.show(model.activity);
    this.notice.show(notice);
    this.picture.classList.toggle('stale', isStale(model));
    this.picture.hidden = model.points === null;
    this.verdict.show(verdictOf(model));
    if (model.points !== null) this.showPicture(model.points, model.analysis);
  }

  /** Puts the chart's cursor on the point at a step, now or when the points are there. */
  pointAt(step: number): void {
    this.chart.pointAt(step);
  }

  /** Marks the point behind a line of the log. */
  markLine(line: number): void {
    this.chart.markLine(line);
  }

  /** What would have been said at the step that is replayed. */
  answerReplay(message: ReplayMessage): void {
    this.replay.answer(message);
  }

  private showFinding(step: number): void {
    const steps = this.shown?.report?.source.steps;
    if (steps !== undefined) this.chart.showStretch(windowOf(step, [steps.first, steps.last]), step);
  }

  /** Progress messages come ten times a second with the same points and Report: these are not drawn again. */
  private showPicture(points: PanelPoints, analysis: AnalysisMessage | null): void {
    const report = analysis?.report ?? null;
    if (points === this.shown?.points && report === this.shown.report) return;
    const isFirst = this.shown === null;
    const shown = { points, report };
    this.shown = shown;
    const chart = chartData(points, analysis);
    this.series = chart.series;
    this.chart.show(chart);
    const showRest = (): void => {
      if (this.shown === shown) this.showBelow(chart, analysis);
    };
    // The curve is what a page that opens is looked at for; later pictures change as one.
    if (isFirst) afterPaint(showRest);
    else showRest();
  }

  /** What is read under the curve. */
  private showBelow(chart: ChartData, analysis: AnalysisMessage | null): void {
    this.more.show(chart, analysis?.residuals ?? null);
    this.meaning.hidden = analysis === null;
    if (analysis !== null) this.showAnalysis(analysis);
  }

  private showAnalysis({ report, whatIf, points, uri, selectedRun }: AnalysisMessage): void {
    this.showReport(report);
    const run = `${selectedRun} ${uri}`;
    this.whatIf.show(run, whatIf, points);
    this.replay.show(run, points.steps);
  }

  private showReport(report: Report): void {
    this.constants.show(constantRows(report));
    this.findings.show(report.findings);
    this.sentences.show(report.interpretation.sentences.slice(1));
    this.models.show(modelRows(report));
    this.dropped.show(report);
    this.columns.show(report);
  }

  private folds(): [Fold, Fold, Fold, Fold] {
    const make = (name: string, title: string) =>
      fold(title, this.view.open.includes(name), (open) => this.onFold(name, open));
    return [
      make('sentences', t('The same in sentences')),
      make('models', t('Model comparison')),
      make('dropped', t('What was left out, and notes')),
      make('columns', t('Columns and configuration')),
    ];
  }

  private onFold(name: string, open: boolean): void {
    const others = this.view.open.filter((other) => other !== name);
    this.changeView({ ...this.view, open: open ? [...others, name] : others });
  }

  private changeView(view: ViewState): void {
    this.view = view;
    this.onView(view);
  }
}

function makeHeader(post: (message: PageMessage) => void): Header {
  return new Header({
    selectRun: (index) => post({ type: 'selectRun', index }),
    takeAway: post,
    selectReward: (index) => post({ type: 'selectReward', index }),
    compare: () => post({ type: 'compare' }),
  });
}

function part(title: string, body: HTMLElement): HTMLElement {
  return el('section', { 'aria-label': title }, el('h2', {}, title), body);
}
