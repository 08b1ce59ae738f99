import { describe, expect, it } from 'vitest';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import { replyTo, targetOf, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { lineLab } from './line-lab.ts';
import { ACCOUNT, account, credentials, place } from './line-world.ts';

const lab = lineLab();
const { open, send, media, events, messages, hear, shown } = lab;

describe('a group', () => {
  it('is one thread, whoever speaks, and an answer there shows what it answers', async () => {
    await open();
    const group = lab.world.simulator.group('Kettle lovers', [ida, oskar]);
    expect(await events()).toContainEqual(expect.objectContaining({ kind: 'notice', thread: group }));
    const [one, other] = [await hear('Mine leaks', ida, group), await hear('Mine too', oskar, group)];
    expect([one.thread.id, other.thread.id]).toEqual([group, group]);
    expect(one.author).not.toEqual(other.author);
    expect(await send(replyTo(one, words('Which model?')))).toMatchObject({ kind: 'accepted' });
    for (const persona of [ida, oskar])
      expect(shown(persona).map(({ text }) => text)).toEqual(['Mine leaks', 'Mine too', 'Which model?']);
    const stale = { ...one, remote: { quoteToken: 'of-something-else' } };
    expect(await send(replyTo(stale, words('Which?')))).toMatchObject({ kind: 'refused', reason: 'other' });
  });

  it('knows again what one to one is another thread', async () => {
    await open();
    const group = lab.world.simulator.group('Kettle lovers', [ida]);
    const said = [await hear('Here', ida, group), await hear('And here', ida)];
    expect(said[0]?.thread.id).not.toBe(said[1]?.thread.id);
    expect(said[0]?.author).toEqual(said[1]?.author);
  });
});

describe('what people send', () => {
  it('is fetched by its message, with the token, while LINE has it', async () => {
    await open();
    const bytes = Uint8Array.of(7, 8, 9);
    await lab.world.network.say(ida, { place, text: '', attachment: { name: 'a.png', mimeType: 'image/png', bytes } });
    const [said] = await messages();
    const source = said?.content.attachments[0]?.source;
    if (source?.kind !== 'ask') throw new Error('nothing to ask for');
    const found = await media(source.id);
    if (!found || !('url' in found)) throw new Error('no place');
    expect((await fetch(found.url)).status).toBe(401);
    const given = await fetch(found.url, { headers: found.headers ?? {} });
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(bytes);
  });

  it('is waited for while LINE prepares it, and given up when that failed', async () => {
    await open();
    const attachment = { name: 'a.mp4', mimeType: 'video/mp4', bytes: Uint8Array.of(1) };
    const { id } = await lab.world.network.say(ida, { place, text: '', attachment });
    lab.world.simulator.prepare(id, 'processing');
    await expect(media(id)).rejects.toMatchObject({ kind: 'unavailable', afterMs: expect.any(Number) });
    lab.world.simulator.prepare(id, 'succeeded');
    expect(await media(id)).toMatchObject({ url: expect.stringContaining(id) });
    lab.world.simulator.prepare(id, 'failed');
    expect(await media(id)).toBeNull();
    lab.world.network.faults.isTokenRevoked = true;
    await expect(media(id)).rejects.toMatchObject({ kind: 'needs_login' });
  });

  it('is a deletion when they take it back', async () => {
    await open();
    const theirs = await hear('Oops');
    await lab.world.network.remove?.(ida, theirs.id);
    expect(await events()).toMatchObject([{ kind: 'deletion', id: theirs.id }]);
  });

  it('is changed when they edit it in a group', async () => {
    await open();
    const theirs = await hear('It leeks', ida, lab.world.simulator.group('Kettle lovers', [ida]));
    await lab.world.network.edit?.(ida, theirs.id, 'It leaks');
    expect(await events()).toMatchObject([{ kind: 'edit', id: theirs.id, content: { text: 'It leaks' } }]);
  });

  it('is heard as a sticker, a place or a tapped button', async () => {
    await open();
    lab.world.simulator.send(ida, { type: 'sticker', packageId: '1', stickerId: '2', keywords: ['happy'] });
    lab.world.simulator.send(ida, { type: 'location', latitude: 55.6, longitude: 13, address: 'Malmö' });
    lab.world.simulator.postback(ida, 'csat=5');
    const heard = (await messages()).map(({ content }) => [content.attachments[0]?.kind, content.payload]);
    expect(heard).toEqual(
      expect.arrayContaining([
        ['sticker', undefined],
        ['location', undefined],
        ['unsupported', 'csat=5'],
      ]),
    );
  });

  it('keeps its ids when it is delivered again, doubled, out of order or late', async () => {
    await open();
    await hear('First of all');
    Object.assign(lab.world.network.faults, { duplicate: 1, reorder: 0.5 });
    for (let count = 0; count < 6; count += 1) await lab.world.network.say(ida, { place, text: `Number ${count}` });
    const ids = (await messages()).map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids)).toEqual(
      new Set(
        shown()
          .slice(1)
          .map(({ id }) => id as ExternalMessageId),
      ),
    );
  });

  it('is not lost while the desk is away, when redelivery is on', async () => {
    await open();
    await events();
    lab.world.door.door.status = 503;
    await lab.world.network.say(ida, { place, text: 'Anybody there?' });
    await lab.world.network.settled();
    lab.world.door.door.status = 200;
    await expect.poll(async () => (await messages()).length).toBe(1);
  });

  it('is left to the other app that holds the chat', async () => {
    await open();
    lab.world.simulator.giveAway(true);
    const theirs = await hear('To the other one');
    const thread = { reach: theirs.thread.reach, remote: null };
    expect(
      lab.world.connector.allows?.({ kind: 'reply', target: targetOf(theirs), thread, settings: null }),
    ).toMatchObject({
      isAllowed: false,
      elsewhere: expect.stringMatching(/^https:/),
    });
    expect(await send(replyTo(theirs, words('Me too')))).toMatchObject({
      kind: 'refused',
      reason: 'owned_by_other_app',
    });
    lab.world.simulator.giveAway(false);
    expect(await send(replyTo(await hear('And now?'), words('Here')))).toMatchObject({ kind: 'accepted' });
  });
});

it('tells who a friend is, and nothing of anybody else', async () => {
  await open();
  const { thread } = await hear('Who am I?');
  const look = (id: string) => lab.world.connector.lookups?.person?.(id, credentials, account);
  expect(await look(thread.id)).toEqual({
    id: thread.id,
    scope: ACCOUNT.userId,
    name: 'Ida Norberg',
    avatarUrl: expect.stringMatching(/^https:/),
  });
  lab.world.simulator.block(ida);
  expect(await look(thread.id)).toBeNull();
  expect(await look('../../info')).toBeNull();
});
