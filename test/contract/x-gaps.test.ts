import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ida } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
let lab: XLab;
beforeEach(async () => {
  lab = await openX({ isLimited: false });
  await lab.arrived();
});
afterEach(() => lab.close());

const sayMany = async (count: number) => {
  for (let at = 0; at < count; at += 1) await lab.network.say(ida, { place: 'wall', text: `Leak number ${at}.` });
};

describe('what the network does not tell any more', () => {
  it('is a gap when a search rested for longer than it looks back', async () => {
    await lab.hear('elsewhere', 'A teapot');
    lab.pass(9 * DAY);
    const [pulled] = await lab.drain('search');
    expect(pulled).toMatchObject({ entries: [], gap: { why: expect.stringContaining('7 days') } });
    expect(pulled!.gap!.to.getTime() - pulled!.gap!.from.getTime()).toBeGreaterThan(1.9 * DAY);
    expect((await lab.drain('search'))[0]).not.toHaveProperty('gap');
  });

  it('is no gap when nobody said anything for as long', async () => {
    await lab.hear('elsewhere', 'A teapot');
    for (let days = 0; days < 9; days += 1) {
      lab.pass(DAY);
      const [pulled] = await lab.drain('search');
      expect(pulled).not.toHaveProperty('gap');
    }
    await lab.hear('elsewhere', 'Another teapot');
  });

  it('is a gap when more people wrote than the network lists', async () => {
    await lab.hear('wall', 'First');
    lab.pass(10 * MINUTE);
    await sayMany(830);
    const pulls = await lab.drain('mentions');
    expect(pulls.flatMap(({ entries }) => entries)).toHaveLength(800);
    expect(pulls.find(({ gap }) => gap)?.gap).toMatchObject({ why: expect.stringContaining('800') });
  });

  it('is a gap also where some of the last 800 were deleted since', async () => {
    await lab.hear('wall', 'First');
    lab.pass(10 * MINUTE);
    await sayMany(790);
    const { store } = lab.network;
    for (const { id } of store.postsNewestFirst().slice(3, 13)) store.posts.delete(id);
    expect((await lab.drain('mentions')).find(({ gap }) => gap)).toBeDefined();
  });

  it('is told of all searches together', async () => {
    const only = async (keywords: string) => {
      lab.credentials = lab.filled({ keywords });
      await lab.reopen();
    };
    await only('samovar, teapot');
    await lab.hear('elsewhere', 'A teapot');
    await only('samovar');
    lab.pass(3 * DAY);
    await lab.drain('search');
    await only('samovar, teapot');
    lab.pass(9 * DAY);
    const { gap } = (await lab.drain('search'))[0]!;
    expect(gap!.to.getTime() - gap!.from.getTime()).toBeGreaterThan(4.9 * DAY);
  });

  it('is a gap when direct messages were not asked for in a month', async () => {
    await lab.hear('direct', 'Hello');
    lab.pass(40 * DAY);
    expect((await lab.drain('messages'))[0]).toMatchObject({ gap: { why: expect.stringContaining('30 days') } });
  });
});
