import { describe, expect, it } from 'vitest';
import { noFaults } from '../../src/simulators/network.ts';
import { messages, openLab } from './bluesky-lab.ts';
import { DORA, IDA } from './bluesky-world.ts';

const HOUR_MS = 3_600_000;

const lab = openLab();

describe('reading', () => {
  it('brings the days before as history, and what comes later not', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
    await lab.network.say(IDA, { place: 'wall', text: 'long ago', at: ago(24 * 30) });
    await lab.network.say(IDA, { place: 'wall', text: 'yesterday', at: ago(24) });
    await lab.network.say(DORA, { place: 'direct', text: 'in private', at: ago(30) });
    const history = messages(await lab.arrived());
    expect(new Set(history.map(({ content }) => content.text))).toEqual(
      new Set(['@kettleco.test yesterday', 'in private']),
    );
    expect(history.every(({ isHistory }) => isHistory)).toBe(true);
    await lab.network.say(DORA, { place: 'direct', text: 'just now' });
    const later = messages(await lab.arrived());
    expect(later.map(({ content, isHistory }) => [content.text, isHistory])).toEqual([['just now', undefined]]);
  });

  it('gives a post the same id as a mention and as a keyword', async () => {
    await lab.arrived();
    await lab.network.say(IDA, { place: 'wall', text: 'my teapot leaks' });
    const found = messages(await lab.arrived());
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual(found[1]);
  });

  it('files what the company wrote elsewhere as its own', async () => {
    const question = await lab.hear('wall', 'Anybody there?');
    lab.network.publish('New: the tea pot');
    lab.network.publish('We are!', { inReplyTo: question.id });
    const events = await lab.arrived();
    expect(events).toMatchObject([
      { kind: 'post', author: { kind: 'business' }, thread: { reach: 'owned_public' } },
      { kind: 'message', author: { kind: 'business' }, thread: { id: question.thread.id }, parent: question.id },
    ]);
  });

  it('sees likes, reposts and deletions, each once', async () => {
    await lab.arrived();
    const own = lab.network.publish('Look').id;
    const { id } = await lab.network.say(IDA, { place: 'wall', text: 'Oh' });
    await lab.network.react?.(IDA, own, '❤️');
    await lab.network.react?.(DORA, own, 'repost');
    const reactions = (await lab.arrived()).filter((event) => event.kind === 'reaction');
    expect(reactions.map(({ target, reaction }) => [target, reaction]).toSorted()).toEqual([
      [own, 'repost'],
      [own, '❤️'],
    ]);
    await lab.network.remove?.(IDA, id);
    expect(await lab.arrived()).toMatchObject([{ kind: 'deletion', id }]);
    expect(await lab.arrived()).toEqual([]);
  });

  it('loses nothing and doubles nothing in bad weather', async () => {
    await lab.arrived();
    Object.assign(lab.network.faults, { duplicate: 0.3, reorder: 0.5, drop: 0.3, failBefore: 0.1, rateLimit: 0.05 });
    const said = new Set<string>();
    const heard: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const place = at % 3 === 0 ? 'direct' : at % 3 === 1 ? 'wall' : 'elsewhere';
      said.add((await lab.network.say(at % 2 ? IDA : DORA, { place, text: `Teapot ${at}` })).id);
      // a pull that failed keeps its cursor and is made again, as the product does
      if (at % 10 === 0) heard.push(...messages(await lab.arrived().catch(() => [])).map(({ id }) => id));
    }
    Object.assign(lab.network.faults, noFaults());
    heard.push(...messages(await lab.arrived()).map(({ id }) => id));
    expect(new Set(heard)).toEqual(said);
  });

  it('catches up with what a lagging network shows late', async () => {
    await lab.arrived();
    lab.network.faults.isSilent = true;
    const { id } = await lab.network.say(IDA, { place: 'wall', text: 'Hello?', at: new Date(Date.now() - 120_000) });
    await lab.network.say(IDA, { place: 'direct', text: 'Hello!' });
    expect(await lab.arrived()).toEqual([]);
    lab.network.faults.isSilent = false;
    expect(
      messages(await lab.arrived())
        .map(({ content }) => content.text)
        .toSorted(),
    ).toEqual(['@kettleco.test Hello?', 'Hello!']);
    expect(lab.texts()).toContain('Hello!');
    expect(id).toMatch(/^at:/);
  });

  it('goes on after a burst larger than one pull', async () => {
    await lab.arrived();
    const said = await Promise.all(
      Array.from({ length: 700 }, (_, at) => lab.network.say(IDA, { place: 'wall', text: `${at}` })),
    );
    const heard = messages(await lab.arrived()).map(({ id }) => id);
    expect(heard).toHaveLength(700);
    expect(new Set(heard)).toEqual(new Set(said.map(({ id }) => id)));
  });
});
