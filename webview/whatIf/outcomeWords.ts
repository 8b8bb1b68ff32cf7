import type { Behaviour } from '../../src/dynamics/whatIf/whatIfMargin';
import type { WhatIfTrack } from '../../src/dynamics/whatIf/whatIfPath';
import { formatNumber, formatStep } from '../../src/report/formatNumber';
import { formatQuantity } from '../../src/report/formatQuantity';
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

const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, string>> = {
  settles: 'settles without a swing',
  swings: 'swings past the plateau, then settles',
  unstable: 'swings that grow: it does not settle',
};

/** How a run behaves, with the doubt that the interval of k leaves. */
export function behaviourText({ margin }: Outcome): string {
  if (margin === null || margin.behaviour === null) return 'not known';
  const words = BEHAVIOUR_WORDS[margin.behaviour];
  return margin.isSure ? words : `${words}; the interval of k allows for more than that`;
}

function marginText({ margin }: Outcome): string | null {
  if (margin === null || margin.margin === null) return null;
  return `${formatQuantity({ ...margin.margin, unit: '' }, { terse: true })} times k`;
}

const NO_JITTER = {
  unstable: 'no bound: the swings grow',
  lagged: 'not known: with an async lag only the group size can be told',
} as const;

function jitterText({ jitter }: Outcome): string | null {
  if (jitter.kind === 'unknown') return null;
  if (jitter.kind !== 'known') return NO_JITTER[jitter.kind];
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
    const meaning = said.has(reason) ? 'as above' : reason;
    said.add(reason);
    return { name, value: 'not known', known: false, own: '', meaning };
  };
  const last = run.path?.last ?? null;
  const unstable = now.margin?.behaviour === 'unstable';
  return [
    row('margin', marginText, missing.margin, 'how many times stiffer it could be before swings grow'),
    row('jitter', jitterText, missing.jitter, 'standard deviation of the policy’s own noise, reward units'),
    row(
      last === null ? 'reward' : `reward at step ${formatStep(last)}`,
      (outcome) =>
        last === null
          ? null
          : unstable && outcome === now
            ? 'nowhere to be found: it does not settle'
            : levelText(outcome.track, last),
      missing.trajectory,
      'on the mean path, had the run had these settings from its first step',
    ),
  ];
}

/** The choice in words: only what differs from the run's own. */
export function choiceText(base: WhatIf, own: Outcome, now: Outcome): string {
  const moved = SETTINGS.filter((name) => valueIn(own.choice, name) !== valueIn(now.choice, name));
  if (moved.length === 0) return 'At the run’s own settings';
  const parts = moved.map((name) => {
    const value = valueIn(now.choice, name);
    return value === null ? KINDS[name].label : `${KINDS[name].label} ${spokenValue(name, value, base)}`;
  });
  return `With ${parts.join(', ')}`;
}

/** All of it in one sentence, for the ear. */
export function outcomeSentence(base: WhatIf, own: Outcome, now: Outcome): string {
  const numbers = outcomeRows(base, own, now, false)
    .filter(({ known }) => known)
    .map(({ name, value }) => `${name} ${value}`);
  const { margin } = now;
  const isKnown = margin !== null && margin.behaviour !== null;
  const behaviour = isKnown ? behaviourText(now) : thresholdText(now);
  return `${choiceText(base, own, now)}: ${[behaviour, ...numbers].filter((part) => part !== '').join('; ')}.`;
}

function thresholdText({ margin }: Outcome): string {
  return margin === null
    ? ''
    : `it would swing above k = ${formatNumber(margin.onset)} and be unstable above ${formatNumber(margin.threshold)}`;
}

/** What the stability map shows, in a sentence or two. */
export function mapText(base: WhatIf, own: Outcome, now: Outcome): string {
  const { margin, choice } = own;
  if (margin === null || choice.refreshInterval === null) return '';
  const limits = `at refresh every ${choice.refreshInterval} it swings above k = ${formatNumber(margin.onset)} and is unstable above ${formatNumber(margin.threshold)}`;
  const run =
    margin.stiffness === null
      ? `The run’s stiffness is not known, so it is a line and no point; ${limits}.`
      : `The run (k ${formatQuantity({ ...margin.stiffness, unit: '' }, { terse: true })}) ${behaviourText(own)}; ${limits}.`;
  const isMoved = choiceText(base, own, own) !== choiceText(base, own, now);
  const thin = now.choice.beta === choice.beta ? '' : ' (thin lines)';
  return isMoved ? `${run} ${choiceText(base, own, now)}${thin}: ${movedText(now)}` : run;
}

function movedText(now: Outcome): string {
  const { margin } = now;
  if (margin === null) return '';
  const limits = `it swings above k = ${formatNumber(margin.onset)} and is unstable above ${formatNumber(margin.threshold)}.`;
  if (margin.stiffness === null) return limits;
  const k = formatQuantity({ ...margin.stiffness, unit: '' }, { terse: true });
  return `k ${k}, ${behaviourText(now)}; ${limits}`;
}
