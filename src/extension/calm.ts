import * as vscode from 'vscode';
import { calmFailureOf, detailOf } from './calmFailure';

/**
 * The last stop of every error: details go to the output channel, a person gets one sentence. Nothing that is
 * started through here can end as an unhandled rejection.
 */
export class Calm {
  readonly #channel: vscode.LogOutputChannel;

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  /** A detail for whoever looks into the output channel. */
  note(text: string): void {
    this.#channel.info(text);
  }

  /** An error that needs nobody's attention. */
  log(error: unknown): void {
    this.#channel.warn(detailOf(error));
  }

  /** Does what a person asked for; if that fails, says so in a sentence. `what` ends "could not …". */
  guard(what: string, action: () => Promise<void>): void {
    action().catch((error: unknown) => this.#tell(what, error));
  }

  #tell(what: string, error: unknown): void {
    this.log(error);
    const { reason, remedy } = calmFailureOf(error);
    const details = vscode.l10n.t('Show Details');
    vscode.window
      .showErrorMessage(
        vscode.l10n.t('GRPO: could not {0}: {1}. To mend it: {2}.', what, reason, remedy),
        details,
      )
      .then(
        (choice) => {
          if (choice === details) this.#channel.show();
        },
        (failure: unknown) => this.log(failure),
      );
  }
}
