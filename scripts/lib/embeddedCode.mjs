// The editor for a computer without `code`: it stays in the foreground until Ctrl-C.
import os from 'node:os';
import { EDITOR, installEditor, whyNoEditor } from '../../test/harness/installEditor.mjs';
import { installExtension, prepareFolder, startServer } from '../../test/harness/server.mjs';
import path from 'node:path';

const HOME = path.join(EDITOR, 'home');

/** A person's settings for a first look: no welcome pages, nothing that reaches out. They keep what they change. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** Ctrl-C, a closed terminal, or the end of the npm that started this. */
function askedToStop() {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    setInterval(() => process.ppid !== parent && resolve(), 1000).unref();
  });
}

function printAddress(server, folder) {
  const { port } = new URL(server.url);
  console.log(`\nVS Code is open on the examples: ${server.url}/?folder=${encodeURI(folder)}`);
  console.log(
    `From another computer: ssh -L ${port}:127.0.0.1:${port} ${os.hostname()}, then the same address.`,
  );
  if (!process.env.PASSWORD)
    console.log(
      'Others with an account on this computer can open it too; set PASSWORD=… before npm start to ask for one.',
    );
  console.log('Ctrl-C ends it.');
}

/** The command that failed, and the first thing npm said about it beyond a bare code. */
function inOneLine({ message }) {
  const [command, ...output] = message.split('\n');
  const said = output.find((line) => /^npm error (?!(code|syscall|errno)\b)/.test(line));
  return [command.replace(/:$/, ''), ...(said === undefined ? [] : [said])].join(': ');
}

/**
 * Opens a folder in the embedded editor, installing that editor first where it is missing.
 * @param makeVsix packages the extension
 * @returns a sentence why it cannot be done here, or null after the person has ended it
 */
export async function openInEmbeddedCode(folder, makeVsix) {
  const reason = whyNoEditor();
  if (reason !== null) return reason;
  try {
    await installEditor();
  } catch (error) {
    return `the embedded editor could not be built here (${inOneLine(error)})`;
  }
  prepareFolder(HOME, SETTINGS);
  await installExtension(HOME, await makeVsix());
  const server = await startServer({ dir: HOME, password: process.env.PASSWORD });
  printAddress(server, folder);
  await Promise.race([askedToStop(), server.exited]);
  await server.stop();
  return null;
}
