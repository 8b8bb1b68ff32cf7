import { t } from '@vscode/l10n';
import { formatTo } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import { levelResolution } from './levelResolution';
import type { Regime, Report, RunState } from './report';

const REGIME_WORDS: Readonly<Record<Regime, () => string>> = {
  'too-early': () => t('too early to tell'),
  'no-trend': () => t('no trend'),
  oscillatory: () => t('ringing'),
  critical: () => t('critically damped'),
  overdamped: () => t('overdamped'),
  'not-identifiable': () => t('damping not identifiable'),
};

const STATE_WORDS: Readonly<Record<RunState, () => string>> = {
  rising: () => t('rising'),
  falling: () => t('falling'),
  plateaued: () => t('plateaued'),
  'plateaued-learning-rate': () => t('plateaued: the learning rate ran out'),
  ringing: () => t('ringing'),
  collapsing: () => t('collapsing'),
  collapsed: () => t('collapsed'),
  'no-trend': () => t('no trend'),
  'too-early': () => t('too early to tell'),
  unclear: () => t('level or still moving'),
};

/** The regime in words that fit after a number. */
export function regimeInWords(regime: Regime): string {
  return REGIME_WORDS[regime]();
}

/** The state in words. */
export function stateInWords(state: RunState): string {
  return STATE_WORDS[state]();
}

/** The sentence that answers "do I let it run?". */
export function firstSentence({ interpretation }: Report): string {
  return interpretation.sentences[0];
}

/**
 * One plain line for a hover or a status bar, without markup:
 * `GRPO reward 0.21 → 0.74 · plateau 0.780 ± 0.021, 91 % reached · overdamped`.
 */
export function hoverLine({ interpretation }: Report): string {
  const { start, now, plateau, progress, state, regime } = interpretation;
  const resolution = levelResolution(interpretation);
  const level = (value: number): string => formatTo(value, resolution);
  const parts: string[] = [];
  if (start !== null && now !== null)
    parts.push(t('GRPO reward {0} → {1}', level(start.value), level(now.value)));
  else parts.push(t('GRPO reward'));
  if (PLATEAU_STATES.has(state) && plateau !== null) {
    const where = formatQuantity(plateau, { terse: true, resolution });
    parts.push(
      progress === null || state === 'ringing'
        ? t('plateau {0}', where)
        : t('plateau {0}, {1} reached', where, percent(progress.value)),
      state === 'ringing' ? stateInWords(state) : regimeInWords(regime),
    );
  } else parts.push(stateInWords(state));
  return parts.join(' · ');
}

/** States in which a plateau is worth a word; in the others the state itself is the news. */
const PLATEAU_STATES: ReadonlySet<RunState> = new Set([
  'rising',
  'plateaued',
  'plateaued-learning-rate',
  'ringing',
]);

function percent(fraction: number): string {
  return `${Math.round(100 * fraction)} %`;
}
