import { expect, it } from 'vitest';
import { withoutArtifacts } from './withoutArtifacts';

const RUN = 'file:///mlruns/0/aa';

it('leaves out what an MLflow run keeps as artifacts, and nothing else', () => {
  const keys = [
    `${RUN}/meta.yaml`,
    `${RUN}/artifacts/log.jsonl`,
    `${RUN}/artifacts/checkpoint-10/trainer_state.json`,
    `${RUN}/artifacts.csv`,
    'file:///mlruns/0/meta.yaml',
    'file:///out/artifacts/log.jsonl',
  ];
  expect(withoutArtifacts(keys)).toEqual([keys[0], keys[3], keys[4], keys[5]]);
});
