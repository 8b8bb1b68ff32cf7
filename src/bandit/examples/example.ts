import { trainTask, type TrainerRun, type UpdateRecord } from '../trainTask';

/** A file of `examples/`: its path below that folder, with forward slashes, and its text. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** One simulated training run that the project ships as a log. */
export interface Example {
  /** Path of the log below `examples/`. */
  readonly path: string;
  readonly title: string;
  /** What was simulated and what a reader should see in it; Markdown, one paragraph. */
  readonly story: string;
  readonly run: TrainerRun;
  /** The log as the imitated trainer would write it. */
  readonly write: (records: readonly UpdateRecord[], run: TrainerRun) => string;
}

/** Runs the simulation and writes its log. The same text on every machine: everything comes from the run's seed. */
export function exampleLog(example: Example): ExampleFile {
  return { path: example.path, text: example.write(trainTask(example.run), example.run) };
}
