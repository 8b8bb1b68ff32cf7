/** The host's part of the panel's page. */
import type { PageMessage } from '../../../src/protocol';
import { armMessage, fixtureMessages, replayAnswer } from './fixtures';
import { playHost } from './playHost';

playHost(
  (fixture) => fixtureMessages(fixture === '' ? 'rising' : fixture),
  (message: PageMessage) => {
    if (message.type === 'replay' && message.step !== null) return [replayAnswer(message.step)];
    return message.type === 'selectRun' ? [armMessage(message.index)] : [];
  },
);
