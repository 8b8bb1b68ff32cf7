/** What a person writes about a log beside it; looked for in the log's own folder only. */
export const USER_FILE = 'grpo-dynamics.json';

/** The model card, in which axolotl repeats the whole configuration (log-formats.md §1.9). */
export const AXOLOTL_CARD = 'README.md';

/** Arguments that trainers write beside their logs (log-formats.md §§0, 1–16, 20.1); the first are the most telling. */
const TRAINER_FILES = [
  'args.json',
  'training_args.json',
  '.hydra/config.yaml',
  '.hydra/overrides.yaml',
  'experiment_config.json',
  'torchtune_config.yaml',
  'configs/rl.json',
  'files/config.yaml',
  'config.yaml',
  'config.yml',
  'config.json',
  'config/args.json',
  'config/config.yaml',
  'adapter_config.json',
  AXOLOTL_CARD,
];

/** How many folders above the log's own are looked into: checkpoint-500/ and its like stand below the run's. */
const FOLDERS_ABOVE = 2;

/** Every trainer file that is looked for, nearest folder first; paths relative to the log's folder. */
export const CONFIG_PATHS: readonly string[] = Array.from({ length: FOLDERS_ABOVE + 1 }, (_, above) =>
  TRAINER_FILES.map((name) => '../'.repeat(above) + name),
).flat();

/** Arguments that only a pickle holds; never opened, because opening one runs what is in it. */
export const PICKLE_FILE = 'training_args.bin';
