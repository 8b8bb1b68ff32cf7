import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, isStamped, writeStamp } from './stamp.mjs';

let dir;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'stamp-'));
  mkdirSync(path.join(dir, 'deep'));
  writeFileSync(path.join(dir, 'a'), '1');
  writeFileSync(path.join(dir, 'deep', 'b'), '2');
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('fingerprint', () => {
  it('is the same for the same files and facts, in any order', () => {
    const files = [path.join(dir, 'a'), path.join(dir, 'deep')];
    expect(fingerprint(files, 'x')).toBe(fingerprint([...files].reverse(), 'x'));
  });

  it.each([
    ['a changed byte', () => writeFileSync(path.join(dir, 'deep', 'b'), '3'), 'x'],
    ['a further file', () => writeFileSync(path.join(dir, 'deep', 'c'), ''), 'x'],
    ['another fact', () => {}, 'y'],
  ])('sees %s', (_what, change, fact) => {
    const before = fingerprint([dir], 'x');
    change();
    expect(fingerprint([dir], fact)).not.toBe(before);
  });
});

describe('a stamp', () => {
  it('stands for one fingerprint', () => {
    const stamp = path.join(dir, 'new', 'stamp');
    expect(isStamped(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect([isStamped(stamp, 'x'), isStamped(stamp, 'y')]).toEqual([true, false]);
  });
});
