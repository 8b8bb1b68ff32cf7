import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until what is seen is as expected; throws with the last thing seen. */
export async function until(look, isExpected, what, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (isExpected(seen)) return seen;
    if (Date.now() > end)
      throw new Error(`waited ${limitMs / 1000} s for ${what}; last seen: ${JSON.stringify(seen)}`);
    await sleep(150);
  }
}
