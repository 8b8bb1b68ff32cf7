import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../logs/byteSource';
import { isEventFileName } from '../logs/eventFileName';
import { eventRun } from '../logs/eventFolder';
import { mlflowRun } from '../logs/mlflow/mlflowRun';
import { parquetRun } from '../logs/parquet/parquetRun';
import { wandbRun } from '../logs/wandbRun';
import { NodeFileSource } from './nodeFileSource';
import { NodeFolder } from './nodeFolder';

/**
 * A log of the local disk as it is to be read: the file, or the whole run where the file is one of several or the path is
 * the folder of a run. `path` stays what is shown.
 */
export async function openLog(file: string): Promise<ByteSource> {
  return (await wholeRun(file)) ?? new NodeFileSource(file);
}

async function wholeRun(file: string): Promise<ByteSource | null> {
  const name = path.basename(file);
  const folder = new NodeFolder(path.dirname(file));
  if (isEventFileName(name)) return eventRun(folder, name, file);
  if (name.endsWith('.wandb')) return wandbRun(new NodeFolder(path.dirname(folder.path)), name, file);
  if (name.endsWith('.parquet')) return parquetRun(folder, name, file);
  const runFolder = await mlflowFolderOf(file);
  return runFolder === null ? null : mlflowRun(new NodeFolder(runFolder), file);
}

/** The folder of the MLflow run that a path may stand for: itself, or the one a file of it lies in. */
async function mlflowFolderOf(file: string): Promise<string | null> {
  if (path.basename(file) === 'meta.yaml') return path.dirname(file);
  const metrics = file.lastIndexOf(`${path.sep}metrics${path.sep}`);
  if (metrics > 0) return file.slice(0, metrics);
  const found = await stat(file).catch(() => null);
  return found?.isDirectory() === true ? file : null;
}
