import type * as vscode from 'vscode';
import type { ToPage } from '../../protocol';
import { fileNameOf } from '../logFiles';
import type { Heading } from './hostMessage';

/** The way to one page: whether it can be told anything yet, and under which revision. */
export class PageLink {
  readonly #webview: vscode.Webview;
  readonly #uri: vscode.Uri;
  readonly #onError: (error: unknown) => void;
  #revision = 0;
  /** Not in the webview yet, told what it will ask for before it could ask, asking by itself, or gone with its panel. */
  #page: 'absent' | 'greeted' | 'there' | 'closed' = 'absent';

  constructor(webview: vscode.Webview, uri: vscode.Uri, onError: (error: unknown) => void) {
    this.#webview = webview;
    this.#uri = uri;
    this.#onError = onError;
  }

  /** Whether what is posted reaches the page, now or once it has loaded. */
  get isOpen(): boolean {
    return this.#page !== 'absent' && this.#page !== 'closed';
  }

  /** The page is in its webview; what is posted from now on waits there until it has loaded. False where the panel is closed. */
  open(): boolean {
    if (this.#page !== 'closed') this.#page = 'greeted';
    return this.isOpen;
  }

  close(): void {
    this.#page = 'closed';
  }

  /** A page says that it is there; true where it has not been told yet: it was loaded anew since, or asks again. */
  mustBeTold(): boolean {
    const isTold = this.#page === 'greeted';
    if (this.isOpen) this.#page = 'there';
    return !isTold;
  }

  /** Heading of news that the page keeps. */
  nextHeading(): Heading {
    this.#revision += 1;
    return this.#heading(this.#revision);
  }

  /** Heading of what goes before the news: progress, and the points alone. */
  headingAhead(): Heading {
    return this.#heading(this.#revision + 1);
  }

  post(message: ToPage): void {
    if (this.isOpen) this.#webview.postMessage(message).then(undefined, this.#onError);
  }

  #heading(revision: number): Heading {
    return { revision, fileName: fileNameOf(this.#uri), uri: this.#uri.toString() };
  }
}
