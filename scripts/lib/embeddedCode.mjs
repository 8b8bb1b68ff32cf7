// The editor for a computer without `code`: it stays in the foreground until Ctrl-C.
import os from 'node:os';
import { EDITOR, installEditor, whyNoEditor } from '../../test/harness/installEditor.mjs';
import { installExtension, prepareFolder, startServer } from '../../test/harness/server.mjs';
import path from 'node:path';
import { editorLogin } from './editorLogin.mjs';

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

/** The address comes last: what stands in the last line of a terminal is seen. */
function printAddress(server, folder, password) {
  const { port } = new URL(server.url);
  console.log(
    `\nFrom another computer: ssh -L ${port}:127.0.0.1:${port} ${os.hostname()}, then the same address.`,
  );
  console.log('VS Code is open on the examples; Ctrl-C ends it.');
  console.log(`${server.url}/?folder=${encodeURI(folder)}  password: ${password}`);
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
  const login = editorLogin(process.env);
  const server = await startServer({ dir: HOME, login: login.env });
  printAddress(server, folder, login.words);
  await Promise.race([askedToStop(), server.exited]);
  await server.stop();
  console.log('\nstopped');
  return null;
}
