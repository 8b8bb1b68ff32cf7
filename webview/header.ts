import { t } from '@vscode/l10n';
import { formatCount } from '../src/report/formatNumber';
import { plainText } from '../src/report/plainText';
import { formatAge } from './age';
import { el, setText } from './dom';
import { ExportMenu, REPORT_ITEMS, type ExportChoice } from './exportMenu';
import { formatBytes } from './numbers';
import { RewardPicker } from './rewardPicker';
import { Section } from './section';
import type { PanelModel } from './store';
import { button, dropdown } from './toolkit';

/** What the header lets a person do. */
export interface HeaderEvents {
  readonly selectRun: (index: number) => void;
  readonly takeAway: (choice: ExportChoice) => void;
  readonly selectReward: (index: number) => void;
  readonly compare: () => void;
}

/** How often the age of the last change is brought up to date, ms. */
const AGE_TICK = 15_000;

/** What is under way while an older picture is still shown; empty when nothing is. */
function underWay({ activity, points }: PanelModel): string {
  if (points === null) return '';
  if (activity.kind === 'fitting') return t('fitting …');
  if (activity.kind !== 'reading') return '';
  const { bytes, totalBytes } = activity;
  return totalBytes === null
    ? t('reading …')
    : t('reading {0} of {1} …', formatBytes(bytes), formatBytes(totalBytes));
}

function facts(model: PanelModel, now: number): string {
  const { analysis, points, fileName } = model;
  const run = model.runs[model.selectedRun] ?? null;
  const count = analysis?.report.source.steps.count ?? points?.total ?? points?.steps.length ?? null;
  const modifiedAt = analysis?.modifiedAt ?? null;
  return [
    ...(run === null || fileName === null ? [] : [plainText(fileName)]),
    ...(analysis === null ? [] : [analysis.report.source.format]),
    ...(count === null ? [] : [count === 1 ? t('1 step') : t('{0} steps', formatCount(count))]),
    ...(modifiedAt === null ? [] : [t('last written {0}', formatAge(modifiedAt, now))]),
    ...(underWay(model) === '' ? [] : [underWay(model)]),
  ].join(' · ');
}

function runNames(runs: readonly (string | null)[]): string[] {
  return runs.map((name, i) => (name === null ? t('run {0}', i + 1) : plainText(name)));
}

/** Name, facts and actions: the first line of the page. */
export class Header {
  readonly node: HTMLElement;
  private readonly title = el('h1', {});
  private readonly facts = el('p', { class: 'muted facts' });
  private readonly actions: HTMLElement;
  private readonly picker: Section<{ names: readonly string[]; selected: number }>;
  private readonly rewards: RewardPicker;
  private model: PanelModel | null = null;

  constructor(events: HeaderEvents) {
    const runs = el('div', { class: 'runs' });
    this.picker = new Section(runs, ({ names, selected }) =>
      names.length < 2 ? [] : [dropdown(t('Run'), names, selected, events.selectRun)],
    );
    this.rewards = new RewardPicker(events.selectReward);
    const menu = new ExportMenu(REPORT_ITEMS, events.takeAway);
    const compare = button(t('Compare …'), events.compare, { name: t('Compare with other runs') });
    this.actions = el('div', { class: 'actions', hidden: true }, compare, menu.node);
    const title = el('div', { class: 'title' }, this.title, this.facts);
    this.node = el('header', {}, title, runs, this.rewards.node, this.actions);
    setInterval(() => this.showFacts(), AGE_TICK);
  }

  /** Shows which log this is. */
  show(model: PanelModel): void {
    this.model = model;
    const run = model.runs[model.selectedRun] ?? null;
    setText(this.title, plainText(run ?? model.fileName ?? 'GRPO Dynamics'));
    this.picker.show({ names: runNames(model.runs), selected: model.selectedRun });
    this.rewards.show(model);
    this.actions.hidden = model.analysis === null;
    this.showFacts();
  }

  private showFacts(): void {
    if (this.model !== null) setText(this.facts, facts(this.model, Date.now()));
  }
}
