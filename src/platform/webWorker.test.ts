import { describe, expect, it, vi } from 'vitest';
import { WebWorker, type BrowserWorker } from './webWorker';
import type { FromWorker } from './workerMessage';

/** The browser's side, by hand: what is posted is kept, and a test says what the worker answers. */
class FakeWorker implements BrowserWorker {
  readonly posted: unknown[] = [];
  readonly terminate = vi.fn();
  readonly #listeners = new Map<string, (event: never) => void>();

  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, listener);
  }

  answer(data: FromWorker): void {
    (this.#listeners.get('message') as (event: { data: FromWorker }) => void)({ data });
  }

  fail(message: string): void {
    (this.#listeners.get('error') as (event: { message: string }) => void)({ message });
  }

  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

const SCRIPT = new TextEncoder().encode('var grpoDynamicsEngine = {};');
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function started(translations?: Record<string, string>): {
  worker: WebWorker;
  fake: FakeWorker;
  begin: ReturnType<typeof vi.fn<(url: string) => BrowserWorker>>;
} {
  const fake = new FakeWorker();
  const begin = vi.fn<(url: string) => BrowserWorker>(() => fake);
  return { worker: new WebWorker(Promise.resolve(SCRIPT), translations, begin), fake, begin };
}

describe('a worker of the browser', () => {
  it('is told its language first, then what was posted before it was there, in order', async () => {
    const { worker, fake } = started({ plateau: '平台' });
    worker.post({ type: 'cancel', id: 1 });
    worker.post({ type: 'cancel', id: 2 });
    await settled();
    worker.post({ type: 'cancel', id: 3 });
    expect(fake.posted).toEqual([{ plateau: '平台' }, ...[1, 2, 3].map((id) => ({ type: 'cancel', id }))]);
  });

  it('hands on what comes, and gives its address back once it is up', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const heard: unknown[] = [];
    const { worker, fake, begin } = started();
    worker.onMessage((message) => heard.push(message));
    await settled();
    expect(revoke).not.toHaveBeenCalled();
    fake.answer({ type: 'up' });
    expect(heard).toEqual([{ type: 'up' }]);
    expect(revoke).toHaveBeenCalledWith(begin.mock.lastCall?.[0]);
  });

  it('dies once, with the reason, of an error nobody caught', async () => {
    const reasons: string[] = [];
    const { worker, fake } = started();
    worker.onDeath((reason) => reasons.push(reason));
    await settled();
    fake.fail('out of memory');
    fake.fail('again');
    expect(reasons).toEqual(['out of memory']);
    expect(fake.terminate).toHaveBeenCalled();
  });

  it.each([
    ['its script cannot be read', () => Promise.reject(new Error('gone')), /gone/],
    ['the browser starts none', () => Promise.resolve(SCRIPT), /refused/],
  ])('dies where %s', async (_why, script, says) => {
    const reasons: string[] = [];
    const begin = (): BrowserWorker => {
      throw new Error('refused');
    };
    new WebWorker(script(), undefined, begin).onDeath((reason) => reasons.push(reason));
    await settled();
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(says);
  });

  it('is not started any more, and not mourned, once it has been ended', async () => {
    const onDeath = vi.fn();
    const { worker, begin } = started();
    worker.onDeath(onDeath);
    worker.terminate();
    await settled();
    expect(begin).not.toHaveBeenCalled();
    expect(onDeath).not.toHaveBeenCalled();
  });
});
