import { analyseRuns } from '../../../src/analysis/analyse';
import { NodeFileSource } from '../../../src/platform/nodeFileSource';
import type { Finding } from '../../../src/report/report';
import { shared } from '../../shared';

/** Public logs whose notes name or hint at a failure, and what a reader of them would say. */
const FILES: readonly (readonly [file: string, judgement: string])[] = [
  [
    'custom-json/TiandaSun__KG_GRPO__goodhart.json',
    'A Goodhart study. Held-out exact match moves with the reward in every arm, so no hack can be seen in these columns; the verifiable arm slips late. The outcome arm is too short.',
  ],
  [
    'custom-json/arvindcr4__tinker-rl-lab__cross_tool_llama8b_allzero.json',
    'Nothing is ever paid: starved. A mean of 0 says so without the missing column.',
  ],
  [
    'custom-jsonl/Rithwik-Ravi__OpenEnv-Dynamic-Guardrails__guardrails.jsonl',
    '15 evaluations, each repeated over 8 rows: too few for a verdict. A person sees a collapse at step 25, to a value that is not the lowest there was.',
  ],
  [
    'custom-text/arvindcr4__tinker-rl-lab__gsm8k_8B_rank64.log',
    'Noise of a few answers a row; no failure can be claimed.',
  ],
  ['tinker/sushantmehta-code__tinker-cookbook__v2p3.jsonl', 'Flat; held-out score holds. Absent is right.'],
  ['tinker/sushantmehta-code__tinker-cookbook__v2p7.jsonl', 'Flat; held-out score holds. Absent is right.'],
  ['tinker/sushantmehta-code__tinker-cookbook__v2.jsonl', 'Three evaluations: rightly not assessable.'],
  [
    'tinker/rohunagrawal__reward-hacking-entropy__3b_Easy_llmjudge_long.jsonl',
    'Trained on a proxy: the proxy rises, the task is logged beside it and does not fall. A hack that only fails to help is below what we call present.',
  ],
  ['tinker/rohunagrawal__reward-hacking-entropy__3b_f_g_Easy.jsonl', 'As above: both parts rise or hold.'],
  ['tinker/rohunagrawal__reward-hacking-entropy__3b_100f_plus_g_Easy.jsonl', 'As above: both parts rise.'],
  [
    'trl-console/JuncyLu__trl_DAPO__run_terminal_md.md',
    'Entropy spent and nearly all groups dead at a reward whose ceiling nobody can tell: a person would suspect concentration, the log proves neither that nor mastery. Left open is right.',
  ],
  [
    'verl-csv/memoryoffish__nlp_grpo__curves_entropy.csv',
    'An entropy study. In the diverging arms the entropy rises many times over and buys nothing: noise, an instability.',
  ],
  [
    'wandb-binary/zanderjiang__SkyRL-ZeroKL__zerokl_aecyfpuw.wandb',
    'Five rows above 0, then 20 of exactly 0: a drop to the floor, and right.',
  ],
];

/** One run of one file, in a table row's worth of words. */
export interface RealFailure {
  readonly file: string;
  readonly run: string;
  readonly verdicts: string;
  readonly judgement: string;
}

/** Our verdicts on the failures among the public logs. */
export async function realFailures(): Promise<RealFailure[]> {
  const rows: RealFailure[] = [];
  for (const [file, judgement] of FILES)
    for (const { report } of await analyseRuns(new NodeFileSource(shared('logs', file)), {}, {}))
      rows.push({
        file,
        run: report.source.run ?? '',
        verdicts: report.findings.map(short).join('; '),
        judgement,
      });
  return rows;
}

const LETTERS: Readonly<Record<Finding['mode'], string>> = {
  'reward-hacking': 'hacking',
  'advantage-degeneracy': 'degeneracy',
  'policy-concentration': 'concentration',
  'dynamical-instability': 'instability',
};

function short({ mode, verdict, step, confidence }: Finding): string {
  const name = LETTERS[mode];
  if (verdict === 'absent') return `${name} no`;
  if (verdict === 'not-assessable') return `${name} –`;
  return `**${name} from ${step ?? '?'}** (${confidence ?? '?'})`;
}
