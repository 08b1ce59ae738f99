import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTikTok } from '../../src/connectors/tiktok/index.ts';
import type { Cursor } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { credentials, openTikTok } from './tiktok-world.ts';

const HOUR_MS = 3_600_000;
let lab: Awaited<ReturnType<typeof openTikTok>>;
beforeEach(async () => {
  lab = await openTikTok();
});
afterEach(() => lab.world.close());

async function events(): Promise<ChannelEvent[]> {
  const all: ChannelEvent[] = [];
  for (const { entry, context } of await lab.world.arrived()) all.push(...(await lab.connector.parse(entry, context)));
  return all.filter(({ kind }) => kind !== 'ignored' && kind !== 'post');
}
async function hear(text: string, inReplyTo?: string, who = ida): Promise<MessageEvent> {
  const place = lab.simulator.network.places(who)[0]?.id ?? '';
  await lab.simulator.network.say(who, { place, text, ...(inReplyTo ? { inReplyTo } : {}) });
  const event = (await events()).find((one) => one.kind === 'message' && one.content.text === text);
  if (event?.kind !== 'message') throw new Error(`${text} did not arrive`);
  return event;
}
const send = (act: Outgoing) => lab.connector.send(act, credentials, lab.account);
const own = (text: string) => lab.simulator.state.comments.find((one) => one.by === null && one.text === text);

it('hears an answer to a comment as that, and answers it beside it', async () => {
  const first = await hear('Mine leaks');
  const second = await hear('Mine too', first.id, oskar);
  expect(second).toMatchObject({ parent: first.id, thread: { id: first.thread.id, title: 'The new Fjell jacket' } });
  expect(await send(replyTo(second, words('Sorry, both!')))).toMatchObject({ kind: 'accepted' });
  expect(own('Sorry, both!')?.parent?.text).toBe('Mine leaks');
});

it('hears that a comment was deleted', async () => {
  const { id } = await hear('Mine leaks');
  await lab.simulator.network.remove?.(ida, id);
  expect(await events()).toMatchObject([{ kind: 'deletion', id }]);
});

it('hears what it hid itself, by the whole number of the comment', async () => {
  const theirs = await hear('Buy followers');
  const ours = { id: theirs.id, text: '', at: theirs.sentAt, remote: null };
  expect(await send(actOf('hide', theirs, ours, '', null))).toMatchObject({ kind: 'accepted' });
  expect(await events()).toMatchObject([{ kind: 'visibility', id: theirs.id, isHidden: true }]);
});

it('does not ask for comments where nothing was added', async () => {
  await hear('Mine leaks');
  const asked: string[] = [];
  const counting: typeof fetch = (url, init) => {
    asked.push(new URL(String(url)).pathname);
    return fetch(url, init);
  };
  const connector = createTikTok({ baseUrl: lab.simulator.url, now: lab.clock.now, fetch: counting });
  const session = await connector.source?.open(credentials, lab.account, {});
  const first = await session?.pull('comments', null);
  asked.length = 0;
  const second = await session?.pull('comments', first?.cursor ?? null);
  expect(second?.entries).toEqual([]);
  expect(asked).toEqual(['/open_api/v1.3/business/video/list/']);
});

it('finds a comment that came when another went, though the count stayed', async () => {
  const { id } = await hear('First');
  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  await lab.simulator.network.remove?.(ida, id);
  await lab.simulator.network.say(oskar, { place, text: 'In its place' });
  lab.clock.pass(HOUR_MS);
  expect(await events()).toContainEqual(
    expect.objectContaining({ kind: 'message', content: expect.objectContaining({ text: 'In its place' }) }),
  );
});

it('hears the past as the past, and what lists held back as soon as they show it', async () => {
  await hear('Mine leaks');
  const session = await lab.connector.source?.open(credentials, lab.account, {});
  const pulled = await session?.pull('comments', null);
  const context = { account: lab.account, settings: {}, receivedAt: new Date() };
  const read = await Promise.all(
    (pulled?.entries ?? []).map((entry) => lab.connector.parse({ source: 'comments', ...entry }, context)),
  );
  expect(read.flat().find(({ kind }) => kind === 'message')).toMatchObject({ isHistory: true });

  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  lab.simulator.network.faults.isSilent = true;
  const { id } = await lab.simulator.network.say(ida, { place, text: 'Late' });
  expect(await events()).toEqual([]);
  Object.assign(lab.simulator.network.faults, noFaults());
  expect(await events()).toContainEqual(expect.objectContaining({ kind: 'message', id }));
});

it('reads more comments than fit on a page, each once', async () => {
  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  for (let index = 0; index < 95; index++) await lab.simulator.network.say(ida, { place, text: `Words ${index}` });
  const heard = (await events()).filter((one) => one.kind === 'message');
  expect(heard).toHaveLength(95);
  expect(heard[0]).toMatchObject({ content: { text: 'Words 0' } });
  expect(await events()).toEqual([]);
});

it('takes a new token after a day without being told to', async () => {
  const theirs = await hear('Are you there?');
  lab.clock.pass(25 * HOUR_MS);
  expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'accepted' });
});

it('deletes only what the business wrote', async () => {
  const theirs = await hear('Mine leaks');
  const act: Outgoing = {
    ...actOf('delete', theirs, { id: theirs.id, text: '', at: theirs.sentAt, remote: null }, '', null),
  };
  const onTheirs = act.kind === 'delete' ? { ...act, target: { ...act.target, authorId: 'id_ida' } } : act;
  expect(await send(onTheirs)).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  expect(lab.simulator.state.comments[0]?.isGone).toBe(false);
});

it.each([
  { fault: { isTokenRevoked: true }, kind: 'needs_login' },
  { fault: { rateLimit: 1 }, kind: 'limited' },
  { fault: { failBefore: 1 }, kind: 'unavailable' },
])('reads lists with Trouble of the kind $kind', async ({ fault, kind }) => {
  Object.assign(lab.simulator.network.faults, fault);
  await expect(lab.world.arrived()).rejects.toMatchObject({ kind });
});

it('keeps a refresh token that takes the place of the old one', async () => {
  const rotating = await openTikTok({ rotates: true });
  try {
    const made = await rotating.connector.renew?.(credentials, rotating.account);
    expect(made?.credentials.refreshToken).toMatch(/^rft\.harbor\.\d+$/);
    const renewed = made?.credentials ?? credentials;
    const restarted = createTikTok({ baseUrl: rotating.simulator.url, now: rotating.clock.now });
    expect(await restarted.check(renewed)).toMatchObject({ ok: true });
    const forgetful = createTikTok({ baseUrl: rotating.simulator.url, now: rotating.clock.now });
    expect(await forgetful.check(credentials)).toMatchObject({ ok: false, field: 'refreshToken' });
  } finally {
    await rotating.world.close();
  }
  expect(await lab.connector.renew?.(credentials, lab.account)).toBeNull();
});

/** The connector over a network that answers some calls in a way of its own. */
async function through(answer: (url: URL) => Response | null) {
  const connector = createTikTok({
    baseUrl: lab.simulator.url,
    now: lab.clock.now,
    fetch: async (url, init) => answer(new URL(String(url))) ?? fetch(url, init),
  });
  const session = await connector.source?.open(credentials, lab.account, {});
  if (!session) throw new Error('There is no source');
  const context = { account: lab.account, settings: {}, receivedAt: new Date() };
  return async (cursor: Cursor | null) => {
    const pulled = await session.pull('comments', cursor);
    const read = await Promise.all(
      pulled.entries.map((entry) => connector.parse({ source: 'comments', ...entry }, context)),
    );
    return { ...pulled, messages: read.flat().filter((one) => one.kind === 'message') };
  };
}
const failed = (code: number) => Response.json({ code, message: 'No.', request_id: '1', data: {} });
const isListOf = (url: URL, video: string | undefined) =>
  url.pathname.endsWith('/comment/list/') && url.searchParams.get('video_id') === video;

it('a video whose comments cannot be read keeps no other video from being heard', async () => {
  const [closed, open] = lab.simulator.network.places(ida);
  await lab.simulator.network.say(ida, { place: open?.id ?? '', text: 'Heard' });
  const pull = await through((url) => (isListOf(url, closed?.id) ? failed(40002) : null));
  expect((await pull(null)).messages).toMatchObject([{ content: { text: 'Heard' } }]);
  const none = await through((url) => (url.pathname.endsWith('/comment/list/') ? failed(40002) : null));
  await expect(none(null)).rejects.toMatchObject({ kind: 'misconfigured' });
});

it('what was read before the network asked to slow down is kept, and the rest is the past when it comes', async () => {
  const [first, second] = lab.simulator.network.places(ida);
  await lab.simulator.network.say(ida, { place: first?.id ?? '', text: 'Of the first' });
  await lab.simulator.network.say(ida, { place: second?.id ?? '', text: 'Of the second' });
  let isSlow = true;
  const pull = await through((url) => (isSlow && isListOf(url, second?.id) ? failed(40100) : null));
  const half = await pull(null);
  expect(half.messages).toMatchObject([{ content: { text: 'Of the first' }, isHistory: true }]);
  isSlow = false;
  const rest = await pull(JSON.parse(JSON.stringify(half.cursor)));
  expect(rest.messages).toMatchObject([{ content: { text: 'Of the second' }, isHistory: true }]);
});

it('tells that more was written than can be read at one look', async () => {
  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  const pull = await through(() => null);
  const { cursor, gap } = await pull(null);
  expect(gap).toBeUndefined();
  lab.clock.pass(HOUR_MS);
  for (let index = 0; index < 305; index++) await lab.simulator.network.say(ida, { place, text: `Words ${index}` });
  const many = await pull(cursor);
  expect(many.messages).toHaveLength(300);
  expect(many.gap?.why).toMatch(/300 comments/);
  expect((await pull(many.cursor)).gap).toBeUndefined();
});
