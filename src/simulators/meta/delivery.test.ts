import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noFaults } from '../network.ts';
import { ida, listen, PAGE, SECRET, start, texts } from './start-for-test.ts';

describe('deliveries', () => {
  it('are signed over bytes in which everything beyond ASCII is escaped', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'café 😡' });
    await meta.messenger.settled();
    expect(got[0]?.body).toContain('caf\\u00e9 \\ud83d\\ude21');
    expect(got[0]?.signature).toBe(
      `sha256=${createHmac('sha256', SECRET)
        .update(got[0]?.body ?? '')
        .digest('hex')}`,
    );
  });

  it('are tried until they are taken, in their order, and settle without waiting for that', async () => {
    const { url, got, door } = await listen();
    const meta = await start({ callbackUrl: url });
    door.status = 503;
    for (const text of ['one', 'two', 'three']) await meta.messenger.say(ida, { place: `direct:${PAGE}`, text });
    const accepted = new Promise<void>((resolve) => {
      door.onPost = () => {
        if (door.attempts === 4) door.status = 200;
        if (texts(got).includes('three')) resolve();
      };
    });
    await meta.messenger.settled();
    expect(got, 'settled while nobody answers').toEqual([]);
    await accepted;
    expect(texts(got)).toEqual(['one', 'two', 'three']);
  });

  it('end with the subscription when nobody answers for long', async () => {
    const { url, got, door } = await listen();
    const meta = await start({ callbackUrl: url, giveUpAfter: 2 });
    door.status = 500;
    const twice = new Promise<void>((resolve) => {
      door.onPost = () => {
        if (door.attempts === 2) resolve();
      };
    });
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Lost' });
    await twice;
    door.status = 200;
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Lost as well' });
    await meta.messenger.settled();
    expect(got).toEqual([]);
  });

  it('wait for the first address', async () => {
    const { url, got } = await listen();
    const meta = await start();
    await meta.facebook.say(ida, { place: `wall:${PAGE}`, text: 'Early', at: new Date('2026-10-01T08:00:00Z') });
    await meta.facebook.settled();
    meta.subscribe(url);
    await meta.facebook.settled();
    expect(texts(got)).toEqual(['Early']);
    expect(got[0]?.body).toContain(`"created_time":${Date.parse('2026-10-01T08:00:00Z') / 1000}`);
  });

  it('come several at once, with entries of several Pages', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    for (let count = 0; count < 40; count += 1) {
      await meta.facebook.say(ida, {
        place: `wall:${count % 3 === 0 ? '104477880099887' : PAGE}`,
        text: `number ${count}`,
      });
    }
    await meta.facebook.settled();
    expect(new Set(texts(got)).size).toBe(40);
    expect(got.some(({ body }) => JSON.parse(body).entry.length > 1)).toBe(true);
    expect(
      got.some(({ body }) => JSON.parse(body).entry.some((entry: { changes: unknown[] }) => entry.changes.length > 1)),
    ).toBe(true);
  });

  it.each([
    { fault: { drop: 1 }, expected: [] },
    { fault: { isSilent: true }, expected: [] },
    { fault: { duplicate: 1 }, expected: ['a', 'a'] },
  ])('obey $fault', async ({ fault, expected }) => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    Object.assign(meta.messenger.faults, fault);
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'a' });
    await meta.messenger.settled();
    expect(texts(got)).toEqual(expected);
    Object.assign(meta.messenger.faults, noFaults());
  });

  it('stop silently when the Page has lost its subscription', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    meta.unsubscribe(PAGE);
    await meta.facebook.say(ida, { place: `wall:${PAGE}`, text: 'Lost' });
    await meta.facebook.settled();
    expect(got).toEqual([]);
  });
});
