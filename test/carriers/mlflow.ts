import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { announceMlflowFile, beginMlflowStream } from '../../src/logs/mlflow/mlflowStream';

type Files = Readonly<Record<string, string>>;

/** A run of a file store as it is read: the contents of its files by key. */
export function mlflowStream(metrics: Files, params: Files = {}): string {
  const files = (kind: 'metric' | 'param', contents: Files): string[] =>
    Object.entries(contents).map(([key, content]) => announceMlflowFile(kind, key) + content);
  return [beginMlflowStream(), ...files('metric', metrics), ...files('param', params)].join('');
}

/** Writes a run as MLflow's file store has it. */
export function writeMlflowRun(folder: string, metrics: Files, params: Files = {}): void {
  const write = (name: string, content: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('meta.yaml', 'run_name: secret-name\nuser_id: jane\nlifecycle_stage: active\n');
  write('tags/mlflow.user', 'jane');
  for (const [key, content] of Object.entries(metrics)) write(`metrics/${key}`, content);
  for (const [key, content] of Object.entries(params)) write(`params/${key}`, content);
}
