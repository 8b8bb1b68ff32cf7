import { t } from '@vscode/l10n';
import { answerSentence } from '../../src/compare/answerSentence';
import type { Comparison, PairComparison } from '../../src/compare/comparison';
import { lawSentences } from '../../src/compare/lawSentences';
import type { FromComparePage } from '../../src/compareProtocol';
import { plainText } from '../../src/report/plainText';
import { el } from '../dom';
import { fold, type Fold } from '../fold';
import { ReadingProgress } from '../readingProgress';
import { Section } from '../section';
import { sentenceNodes } from '../sentence';
import { divider } from '../toolkit';
import { CompareHeader } from './compareHeader';
import { compareNoticeNodes } from './compareNotice';
import {
  compareNoticeOf,
  type CompareModel,
  type CompareNotice,
  type ComparisonMessage,
} from './compareStore';
import type { CompareView } from './compareView';
import { OverlaySection } from './overlaySection';
import { overlayTable } from './overlayTable';
import { pairNodes } from './pairNodes';
import { runTable, type RunRow } from './runTable';
import { settingsNodes, type SettingsData } from './settingsNodes';

/** The comparison's page: builds the parts in the order they are read and hands each its share of what the host said. */
export class ComparePage {
  readonly node: HTMLElement;
  private readonly post: (message: FromComparePage) => void;
  private readonly onView: (view: CompareView) => void;
  private view: CompareView;
  private shown: ComparisonMessage | null = null;
  private readonly header: CompareHeader;
  private readonly noticeNode = el('div', { class: 'notice', role: 'status', hidden: true });
  private readonly notice: Section<CompareNotice | null>;
  private readonly progress = new ReadingProgress();
  private readonly picture = el('div', { class: 'picture', hidden: true });
  private readonly chart: OverlaySection;
  private readonly answer: Section<string>;
  private readonly problems: Section<readonly string[]>;
  private readonly runs: Section<readonly RunRow[]>;
  private readonly pairs: Section<readonly PairComparison[]>;
  private readonly laws: Section<readonly string[]>;
  private readonly lawsPart: HTMLElement;
  private readonly settings: Section<SettingsData>;
  private readonly data: Fold;

  constructor(
    view: CompareView,
    post: (message: FromComparePage) => void,
    onView: (view: CompareView) => void,
  ) {
    this.view = view;
    this.post = post;
    this.onView = onView;
    this.header = new CompareHeader((choice) => post({ ...choice, names: this.names() }));
    const again = { cancel: () => post({ type: 'cancel' }), retry: () => post({ type: 'retry' }) };
    this.notice = new Section(this.noticeNode, (data) => compareNoticeNodes(data, this.progress.node, again));
    this.chart = new OverlaySection(view, (chart) => this.changeView(chart));
    const answer = el('section', { class: 'verdict', 'aria-label': t('In short') });
    this.answer = new Section(answer, answerNodes);
    const problems = el('ul', { class: 'problems' });
    this.problems = new Section(problems, sentenceItems);
    const runs = el('div');
    this.runs = new Section(runs, (rows) => runTable(rows, this.runEvents()));
    const pairs = el('div', { class: 'pairs' });
    this.pairs = new Section(pairs, pairNodes);
    const laws = el('ul', { class: 'says' });
    this.laws = new Section(laws, sentenceItems);
    this.lawsPart = part(t('What theory says of these runs'), laws);
    const settings = el('div', { class: 'settings-part' });
    this.settings = new Section(settings, (given) =>
      settingsNodes(given, (choice) => post({ type: 'openDiff', ...choice })),
    );
    this.data = fold(t('Data (table)'), view.open.includes('data'), (open) => this.onFold(open));
    this.picture.append(answer, problems, this.chart.node);
    this.fill(runs, pairs, settings);
    this.node = el('main', { class: 'comparison' }, this.header.node, this.noticeNode, this.picture);
  }

  private fill(runs: HTMLElement, pairs: HTMLElement, settings: HTMLElement): void {
    this.picture.append(
      part(t('The runs'), runs),
      divider(),
      part(t('What differs'), pairs),
      this.lawsPart,
      divider(),
      part(t('Settings that differ'), settings),
      divider(),
      this.data.node,
    );
  }

  /** Shows what the host last said. */
  show(model: CompareModel): void {
    this.header.show(model);
    const notice = compareNoticeOf(model);
    this.noticeNode.hidden = notice === null;
    this.noticeNode.classList.toggle('error', notice?.kind === 'failed');
    if (model.activity.kind === 'comparing') this.progress.show({ ...model.activity, kind: 'reading' });
    this.notice.show(notice);
    this.picture.classList.toggle('stale', model.activity.kind === 'failed');
    this.picture.hidden = model.comparison === null;
    if (model.comparison !== null && model.comparison !== this.shown) {
      this.shown = model.comparison;
      this.showComparison(model.comparison);
    }
  }

  private showComparison({ comparison, problems }: ComparisonMessage): void {
    this.answer.show(answerSentence(comparison));
    this.problems.show([...problems, ...comparison.notes]);
    this.pairs.show(comparison.pairs);
    const laws = lawSentences(comparison);
    this.lawsPart.hidden = laws.length === 0;
    this.laws.show(laws);
    this.settings.show({ config: comparison.config, count: comparison.runs.length });
    this.showNamed(comparison);
  }

  /** What bears the names of the runs. */
  private showNamed(comparison: Comparison): void {
    const { shown } = this;
    if (shown === null) return;
    const names = this.names();
    this.post({ type: 'named', names });
    this.chart.show({ runs: shown.runs, names, answer: answerSentence(comparison) });
    this.runs.show(comparison.runs.map((run, i) => ({ run, name: names[i], from: shown.runs[i].name })));
    this.showData();
  }

  /** Built when it is opened: most people look at the curves. */
  private showData(): void {
    if (this.shown !== null && this.data.node.open)
      this.data.body.replaceChildren(...overlayTable(this.shown.runs, this.names()));
  }

  private names(): string[] {
    return (this.shown?.runs ?? []).map(({ key, label }) => plainText(this.view.names[key] ?? label, 200));
  }

  private runEvents(): Parameters<typeof runTable>[1] {
    const places = (): number[] => (this.shown?.runs ?? []).map((_, i) => i);
    return {
      rename: (place, name) => this.rename(place, name.trim()),
      moveUp: (place) =>
        this.post({
          type: 'arrange',
          places: places()
            .toSpliced(place, 1)
            .toSpliced(place - 1, 0, place),
        }),
      leaveOut: (place) => this.post({ type: 'arrange', places: places().toSpliced(place, 1) }),
      openFit: (place) => this.post({ type: 'openFit', place }),
    };
  }

  /** An empty name gives the run its own back. */
  private rename(place: number, name: string): void {
    const { shown } = this;
    if (shown === null) return;
    const { key } = shown.runs[place];
    const others = Object.entries(this.view.names).filter(([known]) => known !== key);
    this.changeView({ names: Object.fromEntries(name === '' ? others : [...others, [key, name]]) });
    this.showNamed(shown.comparison);
  }

  private onFold(open: boolean): void {
    const others = this.view.open.filter((name) => name !== 'data');
    this.changeView({ open: open ? [...others, 'data'] : others });
    this.showData();
  }

  private changeView(change: Partial<CompareView>): void {
    this.view = { ...this.view, ...change };
    this.onView(this.view);
  }
}

function answerNodes(answer: string): Node[] {
  return [el('p', { class: 'first-sentence' }, ...sentenceNodes(plainText(answer, 800)))];
}

function sentenceItems(sentences: readonly string[]): Node[] {
  return sentences.map((sentence) => el('li', {}, ...sentenceNodes(plainText(sentence, 800))));
}

function part(title: string, body: HTMLElement): HTMLElement {
  return el('section', { class: 'part', 'aria-label': title }, el('h2', {}, title), body);
}
