import { t } from '@vscode/l10n';
import type { ByteSource } from './byteSource';
import { LogError } from './logError';
import { isLogFormat, LOG_FORMATS, type LogFormat } from './logTable';
import { looksLikeText } from './looksLikeText';
import { recogniseFormat } from './recogniseFormat';

/** The carrier: as asked, else by what the opening holds. Throws a `LogError` of kind `empty`, `binary` or `bad-option`. */
export function formatOf(source: ByteSource, head: Uint8Array, asked: string | undefined): LogFormat {
  const { path } = source;
  if (isBlank(head))
    throw new LogError({
      kind: 'empty',
      path,
      reason: t('the file is empty'),
      remedy: t('wait until the first step is logged'),
    });
  if (asked !== undefined) return checkFormat(path, asked);
  const format = recogniseFormat(head);
  if (format !== null) return format;
  if (!looksLikeText(head))
    throw new LogError({
      kind: 'binary',
      path,
      reason: t('the file is binary and of no known kind'),
      remedy: t('give a log of one of these kinds: {0}', LOG_FORMATS.join(', ')),
    });
  // A console may print for long before its first row.
  return 'console';
}

function checkFormat(path: string, asked: string): LogFormat {
  if (isLogFormat(asked)) return asked;
  throw new LogError({
    kind: 'bad-option',
    path,
    reason: t('unknown format "{0}"', asked),
    remedy: t('use one of: {0}', LOG_FORMATS.join(', ')),
  });
}

function isBlank(head: Uint8Array): boolean {
  return head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
