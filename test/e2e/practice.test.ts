import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ConversationRow } from '../../src/wire/conversations.ts';
import { Place, PracticeState, Said, SeenThread } from '../../src/wire/practice.ts';
import type { Way } from '../../src/wire/replying.ts';
import { type Api, openApi } from '../product/api.ts';
import { type House, makeHouse, type Product } from '../product/process.ts';
import { until } from '../product/until.ts';

/** The program as anybody starts it first: no configuration, nothing there. */
let house: House;
let product: Product;
let api: Api;

beforeAll(async () => {
  house = await makeHouse();
  product = await house.start({ EARSHOT_PRACTICE: '1' });
  api = await openApi(product);
});
afterAll(() => house?.leave());

const CHANNELS = ['facebook', 'messenger', 'email', 'bluesky'] as const;
type Channel = (typeof CHANNELS)[number] | 'instagram' | 'whatsapp' | 'x' | 'viber';
const PERSON = 'elenipapadaki';

const threadsOf = (person = PERSON) => api.read(z.array(SeenThread), `/api/practice/personas/${person}`);
const live = (isLive: boolean) => api.ask('PUT', '/api/practice/live', { isLive });
const waiting = () => api.conversations('needs_answer');
const found = (text: string, words = 'the desk shows it') =>
  until(words, async () => (await api.conversations('all')).find(({ preview }) => preview.includes(text)), {
    withinMs: 60_000,
    say: () => product.said().slice(-2_000),
  });

async function placeOn(channel: Channel, kind: string, person = PERSON): Promise<string> {
  const places = await api.read(z.array(Place), `/api/practice/personas/${person}/places?channel=${channel}`);
  const place = places.find((one) => one.kind === kind);
  if (!place) throw new Error(`No place of kind ${kind} on ${channel}: ${JSON.stringify(places)}`);
  return place.id;
}
async function say(channel: Channel, said: { place: string; text: string; inReplyTo?: string }, person = PERSON) {
  const subject = channel === 'email' ? { subject: 'Ερώτηση' } : {};
  return Said.parse(
    await api.ask('POST', `/api/practice/personas/${person}/messages`, { channel, ...said, ...subject }),
  );
}
/** The command line, beside the running server. */
async function command(...args: readonly string[]): Promise<void> {
  const cli = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = { ...process.env, EARSHOT_DATA: join(house.folder, 'data') };
  await promisify(execFile)(process.execPath, [cli, ...args], { env, cwd: house.folder });
}
/** The company's words as they stand on the customer's own screen. */
const seenBy = (text: string, channel: Channel, person = PERSON) =>
  until(`${person} sees “${text}” on ${channel}`, async () =>
    (await threadsOf(person))
      .filter((thread) => thread.channel === channel)
      .flatMap(({ id, messages }) => messages.map((message) => ({ ...message, thread: id })))
      .find((message) => message.by === 'company' && message.text.includes(text)),
  );

describe('the first start', () => {
  it('has customers writing on the first four networks within a minute', async () => {
    const startedAt = Date.now();
    await until(
      'somebody has written on each network',
      async () => {
        const rows = await waiting();
        const fresh = rows.filter(({ lastInboundAt }) => Date.parse(lastInboundAt ?? '') > startedAt - 5_000);
        return CHANNELS.every((channel) => fresh.some((row) => row.channel === channel));
      },
      { withinMs: 60_000, say: () => product.said().slice(-2_000) },
    );
    await live(false);
    expect(await api.read(PracticeState, '/api/practice')).toMatchObject({ isLive: false });
  });

  it('has some weeks behind it: matters in every state, answered by several people', async () => {
    const rows = await api.conversations('all');
    const share = (isIt: (row: ConversationRow) => unknown) => rows.filter(isIt).length;
    expect(rows.length).toBeGreaterThan(250);
    expect(share(({ attention }) => attention === 'needs_answer')).toBeGreaterThan(24);
    for (const attention of ['answered', 'acknowledged', 'no_reply'] as const)
      expect(
        share((row) => row.attention === attention),
        attention,
      ).toBeGreaterThan(10);
    for (const resolution of ['confirmed', 'unconfirmed'] as const)
      expect(
        share((row) => row.resolution === resolution),
        resolution,
      ).toBeGreaterThan(10);
    expect(share(({ snoozedUntil }) => snoozedUntil)).toBeGreaterThan(2);
    expect(share(({ openedAt }) => openedAt)).toBeGreaterThan(2);
    expect(share(({ assigneeId }) => assigneeId)).toBeGreaterThan(40);
    expect(new Set(rows.map(({ language }) => language)).size).toBeGreaterThan(6);
    const oldest = Math.min(...rows.map(({ lastMessageAt }) => Date.parse(lastMessageAt)));
    expect(oldest).toBeLessThan(Date.now() - 20 * 86_400_000);

    const answered = rows.filter(({ attention }) => attention === 'answered').slice(0, 25);
    const details = await Promise.all(answered.map(({ id }) => api.conversation(id)));
    const writers = details.flatMap(({ messages }) => messages.filter(({ author }) => author.kind === 'agent'));
    expect(new Set(writers.map(({ author }) => author.name)).size).toBeGreaterThan(2);
  });

  it('has files that customers sent, fetched through the guard', async () => {
    const rows = await api.conversations('all');
    const isThere = async () => {
      for (const { id } of rows.filter(({ channel }) => channel === 'email' || channel === 'facebook').slice(0, 120)) {
        const { messages } = await api.conversation(id);
        if (messages.some(({ attachments }) => attachments.some(({ state }) => state === 'stored'))) return true;
      }
      return false;
    };
    await until('a picture is stored', isThere, { withinMs: 60_000 });
  });

  it('is in balance: everything that arrived became something', async () => {
    const balance = await api.settledBalance(() => true);
    expect(balance).toMatchObject({ waiting: 0, setAside: 0 });
  });
});

describe.each([
  { channel: 'facebook', kind: 'post' },
  { channel: 'facebook', kind: 'wall' },
  { channel: 'messenger', kind: 'direct' },
  { channel: 'email', kind: 'mail' },
  { channel: 'bluesky', kind: 'wall' },
  { channel: 'bluesky', kind: 'direct' },
  { channel: 'instagram', kind: 'post' },
  { channel: 'instagram', kind: 'direct' },
  { channel: 'whatsapp', kind: 'direct' },
  { channel: 'x', kind: 'wall' },
  { channel: 'viber', kind: 'direct' },
] as const)('on $channel ($kind)', ({ channel, kind }) => {
  it('a customer writes, is answered from the desk, sees it, and writes back into the same conversation', async () => {
    const mark = `${channel}-${kind}`;
    const said = await say(channel, { place: await placeOn(channel, kind), text: `Πού είναι το δέμα μου; ${mark}` });
    const row = await found(mark);
    expect(row).toMatchObject({ channel, attention: 'needs_answer', contact: { name: expect.any(String) } });

    await api.answer(row.id, `Φεύγει σήμερα. ${mark}`, { as: 'person', way: ({ kind: way }) => way === 'reply' });
    const answer = await seenBy(`Φεύγει σήμερα. ${mark}`, channel);
    expect(answer.thread).toBe(said.thread);
    expect((await api.conversation(row.id)).conversation.attention).toBe('answered');

    const thread = (await threadsOf()).find(({ id }) => id === said.thread);
    await say(channel, { place: thread?.place.id ?? '', text: `Ευχαριστώ! ${mark} ξανά`, inReplyTo: answer.id });
    await until(
      'the same conversation waits again',
      async () => {
        const { conversation, messages } = await api.conversation(row.id);
        return conversation.attention === 'needs_answer' && messages.some(({ text }) => text.includes(`${mark} ξανά`));
      },
      { withinMs: 60_000 },
    );
  });
});

it('a line that WhatsApp has closed waits for an approved message, and a post that X lets nobody answer says where to', async () => {
  const rows = await waiting();
  const ways = async (channel: string) => {
    const those = rows.filter((row) => row.channel === channel);
    return (await Promise.all(those.map(({ id }) => api.conversation(id)))).flatMap((one) => one.ways);
  };
  const closed = (await ways('whatsapp')).filter(({ isOpen }) => !isOpen);
  expect(closed[0]).toMatchObject({ kind: 'reply', takesTemplates: true });
  const elsewhere = (await ways('x')).filter(({ isOpen }) => !isOpen);
  expect(elsewhere[0]).toMatchObject({ kind: 'reply', elsewhere: expect.stringMatching(/^https:\/\/x\.com\//) });
});

it('a private reply to a public comment arrives in the customer’s Messenger', async () => {
  const person = 'nikosantoniou';
  await say(
    'facebook',
    { place: await placeOn('facebook', 'post', person), text: 'Μπορώ ιδιωτικά; ιδιωτικό-1' },
    person,
  );
  const row = await found('ιδιωτικό-1');
  const isPrivate = ({ kind }: Way) => kind === 'private_reply';
  await api.answer(row.id, 'Σας γράφω εδώ, ιδιωτικά.', { as: 'person', way: isPrivate });
  await seenBy('Σας γράφω εδώ, ιδιωτικά.', 'messenger', person);
});

it('the customer’s side refuses in words what the network would refuse', async () => {
  const long = api.ask('POST', `/api/practice/personas/${PERSON}/messages`, {
    channel: 'bluesky',
    place: 'wall',
    text: 'α'.repeat(400),
  });
  await expect(long).rejects.toThrow(/300 characters/);
  await expect(api.ask('GET', '/api/practice/personas/nobody')).rejects.toThrow(/404/);
});

it('is for who is signed in', async () => {
  for (const path of ['/api/practice', `/api/practice/personas/${PERSON}`])
    expect((await fetch(`${product.url}${path}`)).status).toBe(401);
});

it('the dials turn: a network that has gone silent tells nothing, and everything once it speaks again', async () => {
  const person = 'minjikim';
  const turn = (isSilent: boolean) =>
    api.ask('PUT', '/api/practice/dials', { channel: 'bluesky', dials: { isSilent } });
  await turn(true);
  const { networks } = await api.read(PracticeState, '/api/practice');
  expect(networks.filter(({ dials }) => dials.isSilent).map(({ channel }) => channel)).toEqual(['bluesky']);
  await say('bluesky', { place: await placeOn('bluesky', 'wall', person), text: '조용한-1' }, person);
  await say('messenger', { place: await placeOn('messenger', 'direct', person), text: '들리는-1' }, person);
  await found('들리는-1');
  expect((await api.conversations('all')).filter(({ preview }) => preview.includes('조용한-1'))).toEqual([]);
  await turn(false);
  await found('조용한-1');
});

it('is described like everything else', async () => {
  const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(await api.ask('GET', '/openapi.json'));
  expect(Object.keys(paths).filter((path) => path.startsWith('/api/practice'))).toHaveLength(8);
});

describe('killed and started again', () => {
  it('makes no second history, and every answer still reaches its customer', async () => {
    const person = 'oskarnystrom';
    const kinds = { facebook: 'post', messenger: 'direct', email: 'mail', bluesky: 'wall' } as const;
    const rows = new Map<Channel, string>();
    for (const channel of CHANNELS) {
      await say(channel, { place: await placeOn(channel, kinds[channel], person), text: `Före-${channel}` }, person);
      rows.set(channel, (await found(`Före-${channel}`)).id);
    }
    await api.settledBalance(() => true);
    const before = (await api.conversations('all')).length;

    await product.kill();
    product = await house.start({ EARSHOT_PRACTICE: '1' });
    api = await openApi(product);
    await live(false);

    for (const [channel, id] of rows) {
      await api.answer(id, `Efter-${channel}`, { as: 'person', way: ({ kind }) => kind === 'reply' });
      const answer = await seenBy(`Efter-${channel}`, channel, person);
      const thread = (await threadsOf(person)).find((one) => one.id === answer.thread);
      expect(thread?.messages.map(({ text }) => text)).toEqual(
        expect.arrayContaining([expect.stringContaining(`Före-${channel}`)]),
      );
      // And the customer goes on where they were, which the desk hears although the mailbox is a new one.
      await say(channel, { place: thread?.place.id ?? '', text: `Tack-${channel}`, inReplyTo: answer.id }, person);
      await until(
        `the same conversation hears ${channel}`,
        async () => (await api.conversation(id)).messages.some(({ text }) => text.includes(`Tack-${channel}`)),
        { withinMs: 60_000 },
      );
    }
    // The first seconds had customers of their own; another past would be hundreds.
    expect((await api.conversations('all')).length - before).toBeLessThan(30);
    const deleted = await Promise.all([...rows.values()].map((id) => api.conversation(id)));
    expect(deleted.flatMap(({ messages }) => messages).filter(({ deletedAt }) => deletedAt)).toEqual([]);
  });

  it('begins anew when asked: another past, the same people, still signed in', async () => {
    const before = new Set((await api.conversations('all')).map(({ id }) => id));
    await command('practice', 'reset');
    const rows = await until(
      'a new past is there',
      async () => {
        const all = await api.conversations('all');
        return all.length > 250 && all.some(({ resolution }) => resolution === 'confirmed') && all;
      },
      { withinMs: 90_000, say: () => product.said().slice(-2_000) },
    );
    expect(rows.filter(({ id }) => before.has(id))).toEqual([]);
    await live(false);

    const mark = 'μετά-την-αρχή';
    await say('bluesky', { place: await placeOn('bluesky', 'wall'), text: mark });
    await api.answer((await found(mark)).id, `Εδώ είμαστε. ${mark}`, { as: 'person' });
    await seenBy(`Εδώ είμαστε. ${mark}`, 'bluesky');
  });

  it('ends within seconds and without a complaint', async () => {
    await product.stop();
  });
});
