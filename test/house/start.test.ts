import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checkout, lockOf, makeCheckout } from './checkout.ts';

/** The desk, and the window of the chat. */
const BUILD = ['vite build', 'and the chat'];

describe('npm start', () => {
  let checkout: Checkout;
  beforeAll(async () => {
    checkout = await makeCheckout();
  });
  afterAll(() => checkout.remove());

  it('installs, builds and serves on a clean checkout, and ends as the server ends', async () => {
    const { code, out, said } = await checkout.start('--role', 'web');
    expect(await checkout.calls()).toEqual(['npm ci', ...BUILD]);
    expect(out).toBe('serving --role web\n');
    expect(said).toContain('Installing');
    expect(code).toBe(3);
  });

  it('installs and builds nothing the second time', async () => {
    const { said } = await checkout.start();
    expect(await checkout.calls()).toEqual([]);
    expect(said).toBe('');
  });

  it('keeps what it compiled for the next start', async () => {
    await checkout.start();
    expect(await readdir(join(checkout.folder, 'node_modules/.cache/compiled'))).not.toEqual([]);
  });

  it('passes a signal on to the server and waits for its end', async () => {
    expect(await checkout.startAndSignal('SIGTERM')).toBe(7);
  });

  it.each([
    {
      when: 'the web app changed',
      change: () => checkout.write('src/web/index.html', '<p>two</p>'),
      calls: BUILD,
    },
    { when: 'a test of the web app changed', change: () => checkout.write('src/web/list.test.ts', ''), calls: [] },
    { when: 'the contract changed', change: () => checkout.write('src/wire/common.ts', ''), calls: BUILD },
    { when: 'the server changed', change: () => checkout.write('src/server/app.ts', ''), calls: [] },
    {
      when: 'a package changed',
      change: () => checkout.write('package-lock.json', lockOf('2.0.0')),
      calls: ['npm ci', ...BUILD],
    },
    {
      when: 'the build is gone',
      change: () => rm(join(checkout.folder, 'dist'), { recursive: true }),
      calls: BUILD,
    },
    {
      when: 'an install was cut off',
      change: () => rm(join(checkout.folder, 'node_modules/.package-lock.json')),
      calls: ['npm ci'],
    },
    {
      when: 'somebody installed by hand',
      change: () => rm(join(checkout.folder, 'node_modules/.earshot-lock')),
      calls: [],
    },
  ])('does $calls when $when', async ({ change, calls }) => {
    await change();
    await checkout.start();
    expect(await checkout.calls()).toEqual(calls);
  });

  it('says what to do when the registry cannot be reached, and starts nothing', async () => {
    await checkout.write('no-network', '');
    await rm(join(checkout.folder, 'node_modules'), { recursive: true });
    const { code, out, said } = await checkout.start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain('What to do: the package registry cannot be reached.');
  });
});
