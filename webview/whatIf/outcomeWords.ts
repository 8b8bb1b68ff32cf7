import { t } from '@vscode/l10n';
import type { Behaviour, WhatIfMargin } from '../../src/dynamics/whatIf/whatIfMargin';
import type { WhatIfTrack } from '../../src/dynamics/whatIf/whatIfPath';
import { formatNumber, formatStep } from '../../src/report/formatNumber';
import { formatQuantity } from '../../src/report/formatQuantity';
import { clauseList, commaList, inARow } from '../../src/run/listInWords';
import type { WhatIf } from '../../src/report/whatIfOf';
import type { Outcome } from './outcome';
import { KINDS, SETTINGS, spokenValue, valueIn } from './settings';

/** One line of what a choice gives, beside what the run's own settings give. */
export interface OutcomeRow {
  readonly name: string;
  readonly value: string;
  /** False where the value is a reason. */
  readonly known: boolean;
  /** What the run's own settings give; empty where nothing was moved or nothing is known. */
  readonly own: string;
  readonly meaning: string;
}

const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, () => string>> = {
  settles: () => t('settles without a swing'),
  swings: () => t('swings past the plateau, then settles'),
  unstable: () => t('swings that grow: it does not settle'),
};

/** How a run behaves, with the doubt that the interval of k leaves. */
export function behaviourText({ margin }: Outcome): string {
  if (margin === null || margin.behaviour === null) return t('not known');
  const words = BEHAVIOUR_WORDS[margin.behaviour]();
  return margin.isSure ? words : t('{0}; the interval of k allows for more than that', words);
}

function marginText({ margin }: Outcome): string | null {
  if (margin === null || margin.margin === null) return null;
  return t('{0} times k', formatQuantity({ ...margin.margin, unit: '' }, { terse: true }));
}

const NO_JITTER = {
  unstable: () => t('no bound: the swings grow'),
  lagged: () => t('not known: with an async lag only the group size can be told'),
} as const;

function jitterText({ jitter }: Outcome): string | null {
  if (jitter.kind === 'unknown') return null;
  if (jitter.kind !== 'known') return NO_JITTER[jitter.kind]();
  return formatQuantity({ ...jitter.deviation, unit: 'reward' }, { terse: true });
}

/** The reward of a track at a step, with its interval. */
function levelText(track: WhatIfTrack | null, step: number): string | null {
  if (track === null) return null;
  const i = track.steps.findIndex((at) => at >= step);
  if (i === -1 || !Number.isFinite(track.reward[i])) return null;
  const interval = track.band === null ? null : ([track.band.low[i], track.band.high[i]] as const);
  return formatQuantity({ value: track.reward[i], interval, unit: 'reward' }, { terse: true });
}

/** What a choice gives, line by line. */
export function outcomeRows(base: WhatIf, own: Outcome, now: Outcome, isMoved: boolean): OutcomeRow[] {
  const { missing, run } = base;
  const said = new Set<string>();
  const row = (
    name: string,
    text: (outcome: Outcome) => string | null,
    why: string | null,
    words: string,
  ): OutcomeRow => {
    const value = text(now);
    if (value !== null)
      return { name, value, known: true, own: isMoved ? (text(own) ?? '') : '', meaning: words };
    const reason = why ?? words;
    const meaning = said.has(reason) ? t('as above') : reason;
    said.add(reason);
    return { name, value: t('not known'), known: false, own: '', meaning };
  };
  const last = run.path?.last ?? null;
  const unstable = now.margin?.behaviour === 'unstable';
  return [
    row(t('margin'), marginText, missing.margin, t('how many times stiffer it could be before swings grow')),
    row(
      t('jitter'),
      jitterText,
      missing.jitter,
      t('standard deviation of the policy’s own noise, reward units'),
    ),
    row(
      last === null ? t('reward') : t('reward at step {0}', formatStep(last)),
      (outcome) =>
        last === null
          ? null
          : unstable && outcome === now
            ? t('nowhere to be found: it does not settle')
            : levelText(outcome.track, last),
      missing.trajectory,
      t('on the mean path, had the run had these settings from its first step'),
    ),
  ];
}

/** The choice in words: only what differs from the run's own. */
export function choiceText(base: WhatIf, own: Outcome, now: Outcome): string {
  const moved = SETTINGS.filter((name) => valueIn(own.choice, name) !== valueIn(now.choice, name));
  if (moved.length === 0) return t('At the run’s own settings');
  const parts = moved.map((name) => {
    const value = valueIn(now.choice, name);
    const label = KINDS[name].label();
    return value === null ? label : `${label} ${spokenValue(name, value, base)}`;
  });
  return t('With {0}', commaList(parts));
}

/** All of it in one sentence, for the ear. */
export function outcomeSentence(base: WhatIf, own: Outcome, now: Outcome): string {
  const numbers = outcomeRows(base, own, now, false)
    .filter(({ known }) => known)
    .map(({ name, value }) => `${name} ${value}`);
  const { margin } = now;
  const isKnown = margin !== null && margin.behaviour !== null;
  const behaviour = isKnown ? behaviourText(now) : thresholdText(now);
  const parts = [behaviour, ...numbers].filter((part) => part !== '');
  return t('{0}: {1}.', choiceText(base, own, now), clauseList(parts));
}

function thresholdText({ margin }: Outcome): string {
  if (margin === null) return '';
  return t('it would swing above k = {0} and be unstable above {1}', ...limitsOf(margin));
}

/** What the stability map shows, in a sentence or two. */
export function mapText(base: WhatIf, own: Outcome, now: Outcome): string {
  const { margin, choice } = own;
  if (margin === null || choice.refreshInterval === null) return '';
  const isMoved = choiceText(base, own, own) !== choiceText(base, own, now);
  const run = runText(own, margin, choice.refreshInterval);
  if (!isMoved) return run;
  const words = choiceText(base, own, now);
  const named = now.choice.beta === choice.beta ? words : t('{0} (thin lines)', words);
  return inARow(run, t('{0}: {1}', named, movedText(now)));
}

/** The run's own point, or line, between its thresholds. */
function runText(own: Outcome, margin: WhatIfMargin, refreshInterval: number): string {
  const limits = [refreshInterval, ...limitsOf(margin)];
  return margin.stiffness === null
    ? t(
        'The run’s stiffness is not known, so it is a line and no point; at refresh every {0} it swings above k = {1} and is unstable above {2}.',
        ...limits,
      )
    : t(
        'The run (k {3}) {4}; at refresh every {0} it swings above k = {1} and is unstable above {2}.',
        ...limits,
        stiffnessText(margin.stiffness),
        behaviourText(own),
      );
}

function movedText(now: Outcome): string {
  const { margin } = now;
  if (margin === null) return '';
  const limits = limitsOf(margin);
  return margin.stiffness === null
    ? t('it swings above k = {0} and is unstable above {1}.', ...limits)
    : t(
        'k {2}, {3}; it swings above k = {0} and is unstable above {1}.',
        ...limits,
        stiffnessText(margin.stiffness),
        behaviourText(now),
      );
}

function stiffnessText(stiffness: NonNullable<WhatIfMargin['stiffness']>): string {
  return formatQuantity({ ...stiffness, unit: '' }, { terse: true });
}

/** From which stiffness on a run swings, and from which on the swings grow. */
function limitsOf({ onset, threshold }: WhatIfMargin): readonly string[] {
  return [formatNumber(onset), formatNumber(threshold)];
}
