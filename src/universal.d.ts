/**
 * What every host offers (Node, a browser, a worker) and the pure layers may therefore use.
 * Only the program of the pure layers sees this file: there, neither Node's nor the DOM's types exist,
 * so an accidental `process` or `document` does not compile.
 */

/** The part of the platform's AbortSignal that the pure layers read. */
interface AbortSignal {
  readonly aborted: boolean;
}

/** UTF-8 decoding, streaming included. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

/** UTF-8 encoding. */
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

/** Inflates gzip as a stream (a web standard; Node's also takes files of several members). */
declare class DecompressionStream {
  constructor(format: 'gzip');
  readonly writable: {
    getWriter(): {
      write(chunk: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(reason?: unknown): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(reason?: unknown): Promise<void>;
    };
  };
}
