import type { ByteSource } from './byteSource';

/** The port to the folder a log lies in: a run may be more than one of its files. Missing folders are empty. */
export interface LogFolder {
  /** As shown to people. */
  readonly path: string;
  /** Names of the files in it, sorted. */
  files(): Promise<readonly string[]>;
  /** Names of the folders in it, sorted. */
  folders(): Promise<readonly string[]>;
  /** A file of it, to be read; nothing is opened yet. */
  open(name: string): ByteSource;
  /** A folder of it. */
  folder(name: string): LogFolder;
}
