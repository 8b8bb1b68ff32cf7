import { describe, expect, it } from 'vitest';
import { logsOfFolders, type FolderPort } from './logsOfFolders';

/** A folder is what has files in it; those that have "log" or "events" in their name are reward logs. */
function folders(...files: readonly string[]): FolderPort {
  return {
    files: (uri, limit) => {
      const inside = files.filter((file) => file.startsWith(`${uri}/`)).slice(0, limit);
      return Promise.resolve(inside.length > 0 || uri.endsWith('empty') ? inside : null);
    },
    isLog: (uri) => Promise.resolve(/log|events/.test(uri.slice(uri.lastIndexOf('/')))),
  };
}

const { signal } = new AbortController();
const whole = (...uris: readonly string[]) => uris.map((uri) => ({ uri, run: null }));

describe('logsOfFolders', () => {
  it('leaves logs as they are chosen, in their order', async () => {
    const refs = [{ uri: 'f:/b.json', run: 'two' }, ...whole('f:/a.jsonl')];
    expect(await logsOfFolders(refs, folders(), signal)).toEqual({ refs, problems: [] });
  });

  it.each([
    ['beside its configuration', ['f:/run/config.json', 'f:/run/log.jsonl'], 'f:/run/log.jsonl'],
    ['in a folder of it', ['f:/run/README.md', 'f:/run/out/log.jsonl'], 'f:/run/out/log.jsonl'],
    [
      'as event files of one run',
      ['f:/run/events.out.tfevents.1', 'f:/run/events.out.tfevents.2'],
      'f:/run/events.out.tfevents.1',
    ],
    [
      'beside which MLflow keeps a copy',
      ['f:/run/events/meta.yaml', 'f:/run/log.jsonl', 'f:/run/events/artifacts/log.jsonl'],
      'f:/run/log.jsonl',
    ],
  ])('takes a folder for the one log %s', async (_, files, log) => {
    const found = await logsOfFolders(whole('f:/run', 'f:/other.jsonl'), folders(...files), signal);
    expect(found).toEqual({ refs: whole(log, 'f:/other.jsonl'), problems: [] });
  });

  it.each([
    ['no log', ['f:/run/notes.md'], /holds no reward log/],
    [
      'two logs',
      ['f:/run/a%20b/log.jsonl', 'f:/run/c/log.csv'],
      /more than one reward log, a b\/log\.jsonl and c\/log\.csv among them/,
    ],
    ['thousands of files', Array.from({ length: 301 }, (_, i) => `f:/run/${i}.json`), /too many files/],
  ])('names a folder with %s and keeps the others', async (_, files, reason) => {
    const { refs, problems } = await logsOfFolders(
      whole('f:/a.jsonl', 'f:/run', 'f:/b.jsonl'),
      folders(...files),
      signal,
    );
    expect(refs).toEqual(whole('f:/a.jsonl', 'f:/b.jsonl'));
    expect(problems).toEqual([
      expect.objectContaining({ path: 'f:/run', reason: expect.stringMatching(reason) as string }),
    ]);
  });

  it('names a folder as it stands where its address is malformed', async () => {
    const { problems } = await logsOfFolders(whole('f:/100%/empty'), folders(), signal);
    expect(problems.map(({ path }) => path)).toEqual(['f:/100%/empty']);
  });

  it('names an empty folder', async () => {
    const { problems } = await logsOfFolders(whole('f:/empty'), folders(), signal);
    expect(problems.map(({ reason }) => reason)).toEqual(['this folder holds no reward log']);
  });

  it('counts a log once where its folder is chosen too', async () => {
    const found = await logsOfFolders(
      whole('f:/run/log.jsonl', 'f:/run'),
      folders('f:/run/log.jsonl'),
      signal,
    );
    expect(found.refs).toEqual(whole('f:/run/log.jsonl'));
  });
});
