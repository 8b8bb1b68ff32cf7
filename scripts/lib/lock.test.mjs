import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './lock.mjs';

/** Above the largest process id of Linux: nobody's. */
const NOBODY = 2 ** 22 + 1;

let dir;
let file;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  file = path.join(dir, 'deep', 'lock');
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  vi.restoreAllMocks();
});

describe('withLock', () => {
  it('holds the lock while the work runs, and lets go after it', async () => {
    const held = await withLock(file, () => existsSync(file));
    expect([held, existsSync(file)]).toEqual([true, false]);
  });

  it('lets go after work that failed', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
    expect(most).toBe(1);
  });

  it('takes over from a process that is gone', async () => {
    await withLock(file, () => {});
    writeFileSync(file, String(NOBODY));
    expect(await withLock(file, () => 'done')).toBe('done');
  });
});
