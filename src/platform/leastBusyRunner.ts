import type { JobCall, JobRunner } from './engineClient';
import type { Job, JobResults } from './engineJob';

interface Lane {
  readonly runner: JobRunner;
  jobs: number;
}

/**
 * Hands each job to the runner with the fewest jobs in hand. A fit holds its thread while it computes; with a
 * second lane, the opening of another log does not wait for it. A lane nobody needs is never started.
 */
export class LeastBusyRunner implements JobRunner {
  readonly #lanes: readonly Lane[];

  constructor(runners: readonly JobRunner[]) {
    this.#lanes = runners.map((runner) => ({ runner, jobs: 0 }));
  }

  async run<J extends Job>(job: J, call: JobCall): Promise<JobResults[J['kind']]> {
    const lane = this.#lanes.reduce((least, one) => (one.jobs < least.jobs ? one : least));
    lane.jobs += 1;
    try {
      return await lane.runner.run(job, call);
    } finally {
      lane.jobs -= 1;
    }
  }

  dispose(): void {
    for (const { runner } of this.#lanes) runner.dispose();
  }
}
