import * as vscode from 'vscode';
import { isReallyInside } from './isReallyInside';
import { passesLink } from './passesLink';

/** A path from the root, as POSIX and as Windows write it. */
const ABSOLUTE = /^([a-z]:)?[\\/]/i;

/**
 * The file of the workspace that a path names: absolute, or relative to one of the folders. Null where it lies outside
 * of all folders, also by `..` or through a link: what a model asks for must not leave what the person has opened.
 */
export async function workspaceFile(filePath: string): Promise<vscode.Uri | null> {
  for (const uri of meanings(filePath)) {
    if (!(await exists(uri))) continue;
    return (await isInside(uri)) ? uri : null;
  }
  return null;
}

function meanings(filePath: string): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const inFolders = folders.map(({ uri }) => vscode.Uri.joinPath(uri, filePath));
  // `joinPath` also takes the `..` out of an absolute path.
  const absolute = ABSOLUTE.test(filePath) ? [vscode.Uri.joinPath(vscode.Uri.file(filePath), '.')] : [];
  const byName = folders
    .filter(({ name }) => filePath.startsWith(`${name}/`))
    .map(({ name, uri }) => vscode.Uri.joinPath(uri, filePath.slice(name.length)));
  return [...absolute, ...inFolders, ...byName];
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function isInside(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  if (uri.scheme === 'file') return isReallyInside(uri, vscode.workspace.workspaceFolders ?? []);
  return !(await passesLink(namesBelow(folder.uri, uri), (names) => isLink(folder.uri, names)));
}

function namesBelow(folder: vscode.Uri, uri: vscode.Uri): readonly string[] {
  return uri.path.slice(folder.path.length).split('/').filter(Boolean);
}

/** Where links cannot be followed, none is taken: a server behind the folder may lead anywhere by it. */
async function isLink(folder: vscode.Uri, names: readonly string[]): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, ...names));
  return (type & vscode.FileType.SymbolicLink) !== 0;
}
