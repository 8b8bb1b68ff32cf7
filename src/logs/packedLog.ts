import { t } from '@vscode/l10n';
import type { ByteSource } from './byteSource';
import { Gunzip } from './gunzip';
import { MAX_INFLATE_RATIO } from './limits';
import { LogError } from './logError';

/** A gzip file between its source and a reader: takes packed bytes, hands on what they unpack to. */
export class PackedLog {
  private readonly source: ByteSource;
  private readonly gunzip: Gunzip;

  constructor(source: ByteSource, push: (chunk: Uint8Array) => void) {
    this.source = source;
    this.gunzip = new Gunzip((bytes) => {
      push(bytes);
      return true;
    });
  }

  /** The next packed bytes. */
  push(chunk: Uint8Array): Promise<void> {
    return this.gunzip.push(chunk);
  }

  /** The end of the file; what is to be said of it. Throws a `LogError` of kind `too-large` for what unpacks to no log. */
  async end(): Promise<{ readonly isCutOff: boolean; readonly notes: readonly string[] }> {
    switch (await this.gunzip.end()) {
      case 'too-large':
        throw new LogError({
          kind: 'too-large',
          path: this.source.path,
          reason: t('it unpacks to more than {0} times its size, as no log does', MAX_INFLATE_RATIO),
          remedy: t('unpack it yourself if you know what it holds'),
        });
      case 'cut-off':
        return { isCutOff: true, notes: [t('The gzip file is cut off: read up to there.')] };
      case 'damaged':
        return { isCutOff: false, notes: [t('The gzip file is damaged: read up to there.')] };
      default:
        return { isCutOff: false, notes: [] };
    }
  }
}
