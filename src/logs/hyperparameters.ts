import { isJsonObject } from './jsonRow';
import { MAX_CONFIG_FACTS, MAX_DEPTH, MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from './limits';

/** Texts that are a hyperparameter, by the last part of their key. All others may name a person, a host, a token. */
const TEXTS =
  /^(?:model|model_name|model_name_or_path|_name_or_path|pretrain|pretrained_model_name|hf_checkpoint|base_model|model_path|model_type|architectures|optim|optimizer|lr_scheduler_type|lr_scheduler|lr_schedule|warmup_style|loss_type|loss_fn|loss_agg_mode|scale_rewards|importance_sampling_level|adv_estimator|advantage_estimator|kl_loss_type|kl_estimator|kl_penalty|rlhf_type|algo|algorithm|trainer_type|torch_dtype|dtype|precision|framework|swift_version|transformers_version|trl_version|num_generations|learning_rate)$/i;

/** Numbers under such names are no hyperparameters, and may be secrets. */
const REFUSED =
  /(?:^|[._/-])(?:_wandb|password|passwd|secret|token|api_?key|credential|auth|hub_token|phone|ssn|email|e_mail|host|hostname|ip|user|user_?name|git|remote|entity)(?:$|[._/-])/i;

const LIST_ITEMS = 4;

/** Stands for a value that is set, but by an expression: nothing may be assumed in its place. */
export const NOT_PLAIN = '(an expression)';

/**
 * The hyperparameters a carrier states beside its records, flat: "actor.optim.betas[0]". Numbers and switches are kept
 * under any name that is not one of a secret or a person; texts only under names that are known to be hyperparameters;
 * of a local path only its last part, since what stands before it names people and machines.
 */
export class Hyperparameters {
  readonly facts = new Map<string, number | string>();

  /** One value as parsed JSON; objects are joined with ".", of short lists the items are "[0]", "[1]" … */
  add(key: string, value: unknown, depth = 0): void {
    if (this.facts.size >= MAX_CONFIG_FACTS || depth > MAX_DEPTH) return;
    if (key.length > MAX_KEY_LENGTH || REFUSED.test(key)) return;
    if (typeof value === 'number') this.facts.set(key, value);
    else if (typeof value === 'boolean') this.facts.set(key, value ? 1 : 0);
    else if (typeof value === 'string') this.addText(key, value);
    else if (Array.isArray(value)) this.addList(key, value, depth);
    else if (isJsonObject(value)) this.addAll(value, `${key}.`, depth + 1);
  }

  /** All members of an object. */
  addAll(object: Readonly<Record<string, unknown>>, prefix = '', depth = 0): void {
    for (const name of Object.keys(object)) this.add(prefix + name, object[name], depth);
  }

  private addText(key: string, value: string): void {
    const name = key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('/')) + 1);
    if (value === '' || value.length > MAX_TEXT_LENGTH || !TEXTS.test(name) || value.includes('@')) return;
    this.facts.set(key, withoutFolders(value));
  }

  private addList(key: string, list: readonly unknown[], depth: number): void {
    if (list.length > LIST_ITEMS) return;
    list.forEach((item, i) => {
      if (typeof item === 'number') this.add(`${key}[${i}]`, item, depth + 1);
    });
  }
}

/** "Qwen/Qwen2.5-3B" stays; of "/home/someone/models/x", "~/x", "C:\\x" and addresses only the last part does. */
function withoutFolders(text: string): string {
  if (!/^(?:[~./\\]|[a-z]:[\\/]|[a-z][a-z\d+.-]*:\/\/)/i.test(text) && text.split('/').length <= 2)
    return text;
  return (
    text
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? ''
  );
}
