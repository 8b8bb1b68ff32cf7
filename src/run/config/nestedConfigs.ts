import type { StackConfig } from './stackConfig';

const VERL_ACTOR = 'actor_rollout_ref.actor';
const EASYR1_ACTOR = 'worker.actor';

/** Families with a tree of arguments: log-formats.md §§4.5, 5, 7, 8, 10, 11 (keys) and 18 (updates, lag). */
export const NESTED_CONFIGS: readonly StackConfig[] = [
  {
    stack: 'verl',
    marks: ['actor_rollout_ref.rollout.n', `${VERL_ACTOR}.ppo_mini_batch_size`, `${VERL_ACTOR}.optim.lr`],
    keys: {
      groupSize: ['actor_rollout_ref.rollout.n'],
      promptsPerBatch: ['data.train_batch_size'],
      learningRate: [`${VERL_ACTOR}.optim.lr`],
      learningRateSchedule: [`${VERL_ACTOR}.optim.lr_scheduler_type`, `${VERL_ACTOR}.optim.warmup_style`],
      warmupSteps: [`${VERL_ACTOR}.optim.lr_warmup_steps`],
      warmupRatio: [`${VERL_ACTOR}.optim.lr_warmup_steps_ratio`],
      beta1: [`${VERL_ACTOR}.optim.betas[0]`],
      optimizer: [`${VERL_ACTOR}.optim.optimizer`],
      clipEpsilon: [`${VERL_ACTOR}.clip_ratio_low`, `${VERL_ACTOR}.clip_ratio`],
      clipEpsilonHigh: [`${VERL_ACTOR}.clip_ratio_high`],
      advantageStd: ['algorithm.norm_adv_by_std_in_grpo'],
      advantageEstimator: ['algorithm.adv_estimator'],
      maxSteps: ['trainer.total_training_steps'],
      model: ['actor_rollout_ref.model.path'],
      seed: ['data.seed'],
    },
    updates: [
      {
        times: ['data.train_batch_size', [`${VERL_ACTOR}.ppo_epochs`, 1]],
        over: [`${VERL_ACTOR}.ppo_mini_batch_size`],
      },
    ],
    switchedKl: [
      [`${VERL_ACTOR}.use_kl_loss`, `${VERL_ACTOR}.kl_loss_coef`],
      ['algorithm.use_kl_in_reward', 'algorithm.kl_ctrl.kl_coef'],
    ],
  },
  {
    stack: 'easyr1',
    marks: ['worker.rollout.n', `${EASYR1_ACTOR}.global_batch_size`],
    keys: {
      groupSize: ['worker.rollout.n'],
      promptsPerBatch: ['data.rollout_batch_size'],
      learningRate: [`${EASYR1_ACTOR}.optim.lr`],
      learningRateSchedule: [`${EASYR1_ACTOR}.optim.lr_scheduler_type`],
      warmupSteps: [`${EASYR1_ACTOR}.optim.lr_warmup_steps`],
      warmupRatio: [`${EASYR1_ACTOR}.optim.lr_warmup_ratio`],
      beta1: [`${EASYR1_ACTOR}.optim.betas[0]`],
      optimizer: [`${EASYR1_ACTOR}.optim.strategy`],
      klCoefficient: ['algorithm.kl_coef'],
      clipEpsilon: [`${EASYR1_ACTOR}.clip_ratio_low`],
      clipEpsilonHigh: [`${EASYR1_ACTOR}.clip_ratio_high`],
      maxSteps: ['trainer.max_steps'],
      model: [`${EASYR1_ACTOR}.model.model_path`],
      seed: ['data.seed'],
    },
    updates: [
      {
        times: ['data.rollout_batch_size', [`${EASYR1_ACTOR}.ppo_epochs`, 1]],
        over: [`${EASYR1_ACTOR}.global_batch_size`],
      },
    ],
  },
  {
    stack: 'nemo-rl',
    marks: ['grpo.num_generations_per_prompt', 'grpo.num_prompts_per_step'],
    keys: {
      groupSize: ['grpo.num_generations_per_prompt'],
      promptsPerBatch: ['grpo.num_prompts_per_step'],
      learningRate: ['policy.optimizer.kwargs.lr', 'policy.megatron_cfg.optimizer.lr'],
      beta1: ['policy.optimizer.kwargs.betas[0]', 'policy.megatron_cfg.optimizer.adam_beta1'],
      optimizer: ['policy.optimizer.name', 'policy.megatron_cfg.optimizer.optimizer'],
      klCoefficient: ['loss_fn.reference_policy_kl_penalty'],
      clipEpsilon: ['loss_fn.ratio_clip_min'],
      clipEpsilonHigh: ['loss_fn.ratio_clip_max'],
      maxSteps: ['grpo.max_num_steps'],
      model: ['policy.model_name'],
      seed: ['grpo.seed'],
    },
    updates: [
      {
        times: ['grpo.num_prompts_per_step', 'grpo.num_generations_per_prompt'],
        over: ['policy.train_global_batch_size'],
      },
    ],
    lagInBatches: ['grpo.async_grpo.max_trajectory_age_steps'],
  },
  {
    stack: 'skyrl',
    marks: ['generator.n_samples_per_prompt', 'trainer.policy_mini_batch_size'],
    keys: {
      groupSize: ['generator.n_samples_per_prompt'],
      promptsPerBatch: ['trainer.train_batch_size'],
      learningRate: ['trainer.policy.optimizer_config.lr'],
      learningRateSchedule: ['trainer.policy.optimizer_config.scheduler'],
      warmupSteps: ['trainer.policy.optimizer_config.num_warmup_steps'],
      beta1: ['trainer.policy.optimizer_config.adam_betas[0]'],
      clipEpsilon: ['trainer.algorithm.eps_clip_low'],
      clipEpsilonHigh: ['trainer.algorithm.eps_clip_high'],
      model: ['trainer.policy.model.path'],
      seed: ['trainer.seed'],
    },
    updates: [
      {
        times: ['trainer.train_batch_size', ['trainer.update_epochs_per_batch', 1]],
        over: ['trainer.policy_mini_batch_size'],
      },
    ],
    switchedKl: [['trainer.algorithm.use_kl_loss', 'trainer.algorithm.kl_loss_coef']],
    lagInBatches: ['trainer.fully_async.max_staleness_steps'],
  },
  {
    stack: 'prime-rl',
    marks: [
      'orchestrator.group_size',
      'orchestrator.rollouts_per_example',
      'orchestrator.max_off_policy_steps',
    ],
    keys: {
      groupSize: ['orchestrator.group_size', 'orchestrator.rollouts_per_example'],
      learningRate: ['trainer.optim.lr'],
      learningRateSchedule: ['trainer.scheduler.type'],
      warmupSteps: ['trainer.scheduler.warmup_steps'],
      beta1: ['trainer.optim.betas1'],
      optimizer: ['trainer.optim.type'],
      maxSteps: ['max_steps', 'trainer.max_steps'],
      model: ['model.name', 'trainer.model.name', 'orchestrator.model.name'],
    },
    updates: [],
    lagInBatches: ['orchestrator.max_off_policy_steps'],
  },
  {
    stack: 'areal',
    marks: ['gconfig.n_samples', 'actor.ppo_n_minibatches'],
    keys: {
      groupSize: ['gconfig.n_samples'],
      learningRate: ['actor.optimizer.lr'],
      learningRateSchedule: ['actor.optimizer.lr_scheduler_type'],
      warmupRatio: ['actor.optimizer.warmup_steps_proportion'],
      beta1: ['actor.optimizer.beta1'],
      optimizer: ['actor.optimizer.type'],
      klCoefficient: ['actor.kl_ctl'],
      clipEpsilon: ['actor.eps_clip'],
      clipEpsilonHigh: ['actor.eps_clip_higher'],
      maxSteps: ['total_train_steps'],
      model: ['actor.path'],
      seed: ['seed'],
    },
    updates: [{ times: ['actor.ppo_n_minibatches'] }],
    lagInBatches: ['rollout.max_head_offpolicyness'],
  },
];
