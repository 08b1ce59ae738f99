import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMessenger } from '../../src/connectors/messenger/index.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { ida, oskar } from './lab.ts';
import { DAY_MS, type Lists, MINUTE_MS, messages, openLists, placesOf, texts } from './meta-lists.ts';
import { type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const DIRECT = `direct:${PAGE_ID}`;
let meta: Meta;
let lists: Lists;
beforeEach(async () => {
  meta = await openMeta(createMessenger);
  lists = await openLists(meta, ['conversations']);
});
afterEach(async () => {
  await lists.session.close();
  await meta.close();
});
const say = async (persona: typeof ida, text: string, at?: Date) =>
  (await meta.networks.messenger.say(persona, { place: DIRECT, text, ...(at ? { at } : {}) })).id;

it('brings what was said before the Page was connected, as history and no further back than asked', async () => {
  await say(oskar, 'Long ago', new Date('2026-06-01T00:00:00Z'));
  await say(ida, 'Far back', new Date('2026-10-01T00:00:00Z'));
  await say(ida, 'Hello');
  meta.networks.answerInPageInbox(PAGE_ID, ida, 'Good day');
  const told = await lists.told();
  const heard = await lists.read();
  expect(heard).toMatchObject([
    {
      kind: 'message',
      content: { text: 'Hello' },
      author: { kind: 'contact', person: { name: 'Ida Norberg' } },
      isHistory: true,
    },
    { kind: 'message', content: { text: 'Good day' }, author: { kind: 'business' }, isHistory: true },
  ]);
  expect(placesOf(told)).toEqual(expect.arrayContaining(placesOf(heard)));
});

it('finds what lost webhooks would have told, once and under the same ids', async () => {
  await say(ida, 'Earlier');
  await lists.read();
  await lists.told();
  await say(ida, 'Heard');
  meta.networks.answerInPageInbox(PAGE_ID, ida, 'Answered in the Page inbox');
  const told = await lists.told();
  const listed = await lists.read();
  expect(placesOf(listed)).toEqual(expect.arrayContaining(placesOf(told)));
  for (const one of messages(listed).slice(1)) expect(one).not.toHaveProperty('isHistory');

  Object.assign(meta.networks.messenger.faults, { drop: 1 });
  meta.clock.pass(30 * MINUTE_MS);
  await lists.read();
  const lost = [
    await say(ida, 'Lost'),
    await say(oskar, 'Lost too'),
    meta.networks.answerInPageInbox(PAGE_ID, oskar, 'Ours, lost'),
  ];
  expect(await lists.told()).toEqual([]);
  Object.assign(meta.networks.messenger.faults, { drop: 0 });
  expect(
    messages(await lists.read())
      .map(({ id }) => id)
      .sort(),
  ).toEqual(lost.toSorted());
  meta.clock.pass(30 * MINUTE_MS);
  // Once more within the overlap, and then never again.
  await lists.read();
  expect(await lists.read()).toEqual([]);
});

it('has everything once in the end, whatever became of the webhooks', async () => {
  await lists.read();
  Object.assign(meta.networks.messenger.faults, { drop: 0.4, duplicate: 0.4, reorder: 0.4 });
  const known = new Set<string>();
  const said: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (let count = 0; count < 10; count += 1)
      said.push(await say(count % 2 ? ida : oskar, `Round ${round}, ${count}`));
    for (const { id } of messages([...(await lists.told()), ...(await lists.read())])) known.add(id);
    meta.clock.pass(15 * MINUTE_MS);
  }
  expect([...known].sort()).toEqual(said.sort());
});

it('compares the words for an edit that nobody told', async () => {
  await lists.read();
  const id = await say(ida, 'Order 40217');
  await lists.told();
  Object.assign(meta.networks.messenger.faults, { drop: 1 });
  await meta.networks.messenger.edit?.(ida, id, 'Order 40271');
  meta.clock.pass(10 * MINUTE_MS);
  expect((await lists.read()).filter(({ kind }) => kind === 'edit')).toMatchObject([
    { id, content: { text: 'Order 40271' } },
  ]);
});

it('says of which time the messages cannot be read any more', async () => {
  await lists.read();
  const before = meta.clock.now();
  for (let count = 0; count < 25; count += 1) await say(ida, `More ${count}`);
  await say(oskar, 'One');
  expect(texts(await lists.read())).toHaveLength(21);
  expect(lists.gaps).toHaveLength(1);
  expect(lists.gaps[0]?.why).toMatch(/20 newest/);
  expect(lists.gaps[0]?.from.getTime()).toBeLessThan(before.getTime());
  expect(lists.gaps[0]?.to.getTime()).toBeGreaterThan(before.getTime());
  meta.clock.pass(DAY_MS);
  await lists.read();
  expect(lists.gaps).toHaveLength(1);
});

it('reads on where lists have pages and begin with empty ones, some conversations at a time', async () => {
  for (let count = 0; count < 60; count += 1) await say({ ...ida, id: `p${count}` }, `Message ${count}`);
  await meta.networks.messenger.say(ida, { place: 'direct:104477880099887', text: 'To the other Page' });
  meta.networks.quirks.emptyPages = true;
  expect(new Set(texts(await lists.read())).size).toBe(60);
  // And as often again, for what was said while the first round took several pulls.
  expect(lists.pulls()).toBe(12);
});

it('reads what was said while a round took several pulls, before the next is due', async () => {
  for (let count = 0; count < 25; count += 1) await say({ ...ida, id: `p${count}` }, `Message ${count}`);
  let pulled = await lists.session.pull('conversations', null);
  await say({ ...ida, id: 'late' }, 'Said meanwhile');
  const bodies: string[] = [];
  while (pulled.more) {
    pulled = await lists.session.pull('conversations', pulled.cursor);
    bodies.push(...pulled.entries.map(({ body }) => Buffer.from(body).toString()));
  }
  expect(bodies.filter((body) => body.includes('Said meanwhile'))).not.toHaveLength(0);
});

it('reads a picture that came along', async () => {
  const attachment = { name: 'zip.png', mimeType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  await meta.networks.messenger.say(ida, { place: DIRECT, text: '', attachment });
  expect(await lists.read()).toMatchObject([
    { content: { text: '', attachments: [{ kind: 'image', name: 'zip.png' }] } },
  ]);
});

it('says what hinders it', async () => {
  await say(ida, 'Hello');
  const { faults } = meta.networks.messenger;
  for (const [fault, kind] of [
    [{ isTokenRevoked: true }, 'needs_login'],
    [{ rateLimit: 1 }, 'limited'],
    [{ failBefore: 1 }, 'unavailable'],
  ] as const) {
    Object.assign(faults, fault);
    await expect(lists.session.pull('conversations', null), kind).rejects.toMatchObject({ kind });
    Object.assign(faults, noFaults());
  }
  await expect(lists.session.pull('nothing', null)).rejects.toMatchObject({ kind: 'misconfigured' });
});

it('begins anew where its cursor cannot be read', async () => {
  await say(ida, 'Hello');
  for (const cursor of ['rubbish', 7, { since: 'x' }])
    expect((await lists.session.pull('conversations', cursor)).entries).toHaveLength(1);
});
