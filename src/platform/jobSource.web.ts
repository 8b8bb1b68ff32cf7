import { t } from '@vscode/l10n';
import type { ByteSource } from '../logs/byteSource';
import { LogError } from '../logs/logError';
import { MemorySource } from '../logs/memorySource';
import type { ConfigPort } from '../run/config/configPort';
import type { JobSource } from './engineJob';
import { memoryConfigPort } from './memoryConfigPort';

/** The log of a job, ready to be read: what the host has read. Throws a `LogError` for a path, which nothing here can open. */
export function openSource(source: JobSource): Promise<ByteSource> {
  if (source.kind === 'bytes') return Promise.resolve(new MemorySource(source.path, source.bytes));
  return Promise.reject(
    new LogError({
      kind: 'unreadable',
      path: source.path,
      reason: t('a browser opens no path of a disk'),
      remedy: t('open its folder in the editor, and the log from there'),
    }),
  );
}

/** The configuration beside the log of a job, which the host has read with it. */
export function configOf(source: JobSource): ConfigPort {
  return memoryConfigPort((source.kind === 'bytes' ? source.beside : undefined) ?? new Map());
}
