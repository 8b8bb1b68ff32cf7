import { expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { PageLink } from './pageLink';

vi.mock('vscode', () => ({}));

const MESSAGE = { type: 'goTo', step: 3 } as const;

function link() {
  const postMessage = vi.fn(() => Promise.resolve(true));
  const uri = { path: '/runs/a/metrics.jsonl', toString: () => 'file:///runs/a/metrics.jsonl' };
  const page = new PageLink(
    { postMessage } as unknown as vscode.Webview,
    uri as unknown as vscode.Uri,
    () => undefined,
  );
  return { page, postMessage };
}

it('posts nothing before the page is in its webview, nor after it is closed', () => {
  const { page, postMessage } = link();
  page.post(MESSAGE);
  expect(postMessage).not.toHaveBeenCalled();
  expect(page.open()).toBe(true);
  page.post(MESSAGE);
  page.close();
  page.post(MESSAGE);
  expect(postMessage).toHaveBeenCalledTimes(1);
  expect(page.open()).toBe(false);
});

it('takes the first greeting as answered, and any other as a question', () => {
  const { page } = link();
  page.open();
  expect([page.mustBeTold(), page.mustBeTold(), page.mustBeTold()]).toEqual([false, true, true]);
});

it('counts news, and puts progress ahead of the next', () => {
  const { page } = link();
  expect(page.headingAhead().revision).toBe(1);
  expect(page.nextHeading()).toEqual({
    revision: 1,
    fileName: 'metrics.jsonl',
    uri: 'file:///runs/a/metrics.jsonl',
  });
  expect(page.headingAhead().revision).toBe(2);
});
