import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { Written } from '../../test/outgoing/desk.ts';
import { openWorld, type World } from '../../test/outgoing/world.ts';
import type { Connector } from '../core/channel/connector.ts';
import type { InboxId } from '../core/ids.ts';
import { type ChannelLookup, waysOf } from '../core/reply/ways.ts';
import { notUnderstood } from '../core/understanding/not-understood.ts';
import type { Database } from '../storage/database.ts';
import { readWayFacts } from '../storage/ways.ts';
import { fileWaiting } from './file/filer.ts';
import { createReceiver } from './receive.ts';
import { sendReply } from './send-reply.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  let news: InboxId;
  let help: InboxId;
  let question: Written;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
    news = world.square;
    help = await world.desk.addInbox('square', 'help');
    await set(news, { purpose: 'news', brand: 'Lindqvist' });
    await set(help, { purpose: 'support', handle: '@help' });
    question = await world.comment();
  });
  const set = (id: InboxId, values: object) =>
    db.alone((tx) => tx.updateTable('inboxes').set(values).where('id', '=', id).execute());

  /** The square, where any account may answer anybody; and where `said` is what the network tells of. */
  const square = (said: readonly object[] = []): Connector => {
    const base = world.net.connectors().get('square') as Connector;
    return {
      ...base,
      capabilities: { ...base.capabilities, answersAnyones: true },
      parse: () => said as ReturnType<Connector['parse']>,
    };
  };
  const lookup: ChannelLookup = (channel) => (channel === 'square' ? square() : world.channels(channel));
  const ways = async () =>
    waysOf(await readWayFacts(db.read, world.desk.workspaceId, question.conversationId), lookup, world.desk.now());
  const offered = async () => (await ways()).filter(({ speaksAs }) => speaksAs !== null);

  async function hear(inboxId: InboxId, account: string, id: string, by: string, text: string) {
    const said = {
      kind: 'message',
      account,
      id,
      thread: { id: 'post-1', kind: 'post', reach: 'owned_public' },
      author: { kind: 'contact', person: { id: by, scope: '', name: by } },
      parent: 'x',
      content: { text, attachments: [] },
      sentAt: world.desk.now(),
    };
    const { workspaceId, now } = world.desk;
    const entry = {
      family: 'square',
      inboxId,
      source: 'posts',
      headers: {},
      body: Buffer.from('x'),
      receivedAt: now(),
    };
    await createReceiver(db).receive(workspaceId, [entry]);
    const signal = new AbortController().signal;
    const options = { db, understand: notUnderstood, now, log: { error: () => undefined }, signal };
    await fileWaiting({ ...options, connectors: new Map([['square', square([said])]]) }, workspaceId);
  }

  describe('a question put to the main account', () => {
    it('can be answered from the support account, after the account that was spoken to', async () => {
      expect((await ways()).map(({ key, speaksAs }) => [key, speaksAs])).toEqual([
        [`reply:${question.threadId}`, null],
        [`private_reply:${question.messageId}`, null],
        [`reply:${question.threadId}@${help}`, '@help'],
      ]);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['is paused', () => set(help, { state: 'paused' })],
      ['was removed', () => set(help, { removed_at: new Date() })],
      ['is of another brand', () => set(help, { brand: 'Fjell' })],
      ['has another purpose', () => set(help, { purpose: 'careers' })],
    ])('not where the other account %s', async (_, change) => {
      await change();
      expect(await offered()).toEqual([]);
    });

    it('goes out by the support account, and its echo in both inboxes adds nothing', async () => {
      const { desk } = world;
      const id = '018f0000-0000-7000-8000-00000000000a';
      const input = {
        conversationId: question.conversationId,
        id,
        way: `reply:${question.threadId}@${help}`,
        text: 'Hello from support',
        attachments: [],
        readAtSeq: 1e9,
        sendAnyway: true,
        thenMark: 'answered' as const,
      };
      await sendReply(db, lookup, desk.ana, input, desk.now());
      await world.send();
      const sent = (await desk.messages(question.conversationId)).find((one) => one.id === id);
      expect(sent).toMatchObject({ inbox_id: help, delivery: 'sent', thread_id: question.threadId });

      await hear(news, 'page', sent?.external_id ?? '', 'help', 'Hello from support');
      await hear(help, 'help', sent?.external_id ?? '', 'help', 'Hello from support');
      const said = (await desk.messages(question.conversationId)).filter(({ text }) => text === 'Hello from support');
      expect(said).toHaveLength(1);
      expect((await desk.conversation(question.conversationId)).attention).toBe('answered');
    });

    it('what another account of ours says there by hand is ours, and waits for nobody', async () => {
      await hear(news, 'page', 'by-hand', 'help', 'We look into it');
      const rows = await db.read
        .selectFrom('messages')
        .select(['direction', 'text'])
        .where('workspace_id', '=', world.desk.workspaceId)
        .where('external_id', '=', 'by-hand')
        .execute();
      expect(rows).toEqual([{ direction: 'outbound', text: 'We look into it' }]);
    });
  });
});
