import type { Translations } from './speak';
import type { FromWorker, ToWorker, WorkerPort } from './workerMessage';

/** The host's side of a browser's `Worker`, as far as it is used. */
export interface BrowserWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message: string }) => void): void;
}

/** Appended to `dist/web/engine.js`, whose one global is named in scripts/lib/bundles.mjs: it begins to serve. */
const SERVE = '\n;grpoDynamicsEngine.serve(self);';

/**
 * The engine in a worker of the browser. Its script can only be read, not named: a worker of another origin is refused, and
 * what is read may be anywhere. So it starts a moment later, and what is posted until then waits.
 */
export class WebWorker implements WorkerPort {
  readonly #begin: (url: string) => BrowserWorker;
  readonly #translations: Translations | undefined;
  readonly #waiting: ToWorker[] = [];
  #worker: BrowserWorker | null = null;
  #ended = false;
  #tell: (message: FromWorker) => void = () => undefined;
  #tellDeath: (reason: string) => void = () => undefined;

  /**
   * @param script the text of `dist/web/engine.js`; where it cannot be read the worker dies
   * @param translations the language it speaks, English where there are none
   * @param begin starts a worker from an address; where it throws the worker dies
   */
  constructor(
    script: Promise<Uint8Array<ArrayBuffer>>,
    translations: Translations | undefined,
    begin: (url: string) => BrowserWorker,
  ) {
    this.#begin = begin;
    this.#translations = translations;
    script
      .then((bytes) => this.#start(bytes))
      .catch((error: unknown) => {
        this.#die(String(error));
      });
  }

  post(message: ToWorker): void {
    if (this.#worker === null) this.#waiting.push(message);
    else this.#worker.postMessage(message);
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#tell = listener;
  }

  onDeath(listener: (reason: string) => void): void {
    this.#tellDeath = listener;
  }

  terminate(): void {
    this.#ended = true;
    this.#worker?.terminate();
  }

  #start(script: Uint8Array<ArrayBuffer>): void {
    if (this.#ended) return;
    const url = URL.createObjectURL(new Blob([script, SERVE], { type: 'text/javascript' }));
    const worker = this.#begin(url);
    this.#worker = worker;
    this.#listen(worker, url);
    worker.postMessage(this.#translations);
    for (const message of this.#waiting.splice(0)) worker.postMessage(message);
  }

  #listen(worker: BrowserWorker, url: string): void {
    worker.addEventListener('message', ({ data }) => {
      // Not before: VS Code starts a worker of its own around this address.
      if (data.type === 'up') URL.revokeObjectURL(url);
      this.#tell(data);
    });
    worker.addEventListener('error', ({ message }) => this.#die(message));
  }

  #die(reason: string): void {
    if (this.#ended) return;
    this.terminate();
    this.#tellDeath(reason);
  }
}
