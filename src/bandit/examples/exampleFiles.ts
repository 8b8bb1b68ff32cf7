import type { TrainerRun } from '../trainTask';
import { DEGENERATE_GROUPS } from './degenerateGroups';
import { exampleLog, type Example, type ExampleFile } from './example';
import { HACKED_PROXY } from './hackedProxy';
import { HEALTHY_SLOW_START } from './healthySlowStart';
import { RINGING } from './ringing';

/** The example logs, in the order the README shows them. */
export const EXAMPLES: readonly Example[] = [HEALTHY_SLOW_START, RINGING, DEGENERATE_GROUPS, HACKED_PROXY];

/** Every file of `examples/`, made from seeds; `npm run examples` writes them, a test compares them. */
export function exampleFiles(): ExampleFile[] {
  return [...EXAMPLES.map(exampleLog), { path: 'README.md', text: readme() }];
}

function readme(): string {
  const sections = EXAMPLES.map(
    (example) =>
      `## ${example.title}\n\n\`${example.path}\`. ${example.story}\n\nConstants: ${constants(example.run)}.\n`,
  );
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Example logs

Small GRPO training runs that were really run: a softmax policy over a few kinds of answer, groups of sampled answers,
group advantages, momentum or Adam, a KL term to the reference policy (\`src/bandit\`). Every column is measured in the
simulation: entropy and KL are exact for the policy of that step (nats per answer), the zero-std fraction counts real
groups, lengths are drawn with the answers. One step is one optimizer update. Learning rates are large because the
parameters are a handful of logits, not a network. \`npm run examples\` writes these files again, byte for byte.
`;

/** The run's constants in one line of Markdown. */
function constants(run: TrainerRun): string {
  const optimizer =
    run.optimizer.kind === 'adam'
      ? `Adam (β₁ ${run.optimizer.beta1}, β₂ ${run.optimizer.beta2})`
      : `SGD with momentum ${run.optimizer.beta} (average form)`;
  return [
    `group size ${run.groupSize}`,
    `${run.promptsPerStep} prompts per update of ${run.task.prompts.length}`,
    optimizer,
    `peak learning rate ${run.learningRate}`,
    `refresh interval ${run.refreshInterval}`,
    `KL weight ${run.klWeight}`,
    `baseline ${run.rule.baseline}`,
    `normalisation ${run.rule.normalisation}`,
    `${run.updates} updates`,
    `seed ${run.seed}`,
  ].join(', ');
}
