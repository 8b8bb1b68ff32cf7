import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JoinedSource } from './joinedSource';
import { MemorySource } from './memorySource';

describe('JoinedSource', () => {
  it('reads any range as if the members were one file', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(70), fc.nat(70), async (members, offset, length) => {
        const whole = Uint8Array.from(members.flatMap((bytes) => [...bytes]));
        const source = new JoinedSource(
          'run',
          members.map((bytes, i) => new MemorySource(`${i}`, bytes)),
        );
        expect((await source.stat()).size).toBe(whole.length);
        expect([...(await source.read(offset, length))]).toEqual([...whole.slice(offset, offset + length)]);
      }),
    );
  });

  it('keeps to the sizes it has told, and is another once a member is', async () => {
    let bytes = Uint8Array.of(1, 2);
    const growing = {
      path: 'a',
      stat: () => Promise.resolve({ size: bytes.length, identity: String(bytes.length) }),
      read: (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length)),
    };
    const source = new JoinedSource('run', [growing, new MemorySource('b', Uint8Array.of(9))]);
    const before = await source.stat();
    bytes = Uint8Array.of(1, 2, 3);
    expect([...(await source.read(0, 10))]).toEqual([1, 2, 9]);
    expect((await source.stat()).identity).not.toBe(before.identity);
    expect([...(await source.read(0, 10))]).toEqual([1, 2, 3, 9]);
  });
});
