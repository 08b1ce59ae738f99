import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { assignConversation } from '../../actions/assign-conversation.ts';
import { changeHook, changeSecret, makeHook, replayHook, testHook } from '../../actions/keep-hook.ts';
import { signatureOf } from '../../connectors/api/signature.ts';
import { ACTS } from '../../core/access/role.ts';
import type { HookEvent } from '../../core/hooks/events.ts';
import type { Database } from '../../storage/database.ts';
import { listDeliveries } from '../../storage/hooks/log.ts';
import { readHook } from '../../storage/hooks/rows.ts';
import { tellHooks } from '../../storage/hooks/tell.ts';
import { newId } from '../../storage/new-id.ts';
import { createSeal } from '../../storage/seal.ts';
import { HookPayload } from '../../wire/hooks.ts';
import { startHookSender } from './hook-sender.ts';
import { createProgram, type Heard } from './program.fixture.ts';

const HOUR = 3_600_000;
const seal = createSeal('the secret of a test, thirty-two characters');

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let server: Server;
  let origin: string;
  let heard: Heard[];
  /** What the program answers; it says nothing at all to what is null. */
  let answers: (asked: Heard) => number | null;
  let held: ServerResponse[] = [];

  beforeAll(async () => {
    db = await open();
    server = createProgram((asked, response) => {
      heard.push(asked);
      const status = answers(asked);
      if (status === null) held.push(response);
      return status;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  beforeEach(async () => {
    // The sender serves every workspace; what an earlier test left would be told in this one.
    await db.alone((tx) => sql`delete from hooks`.execute(tx));
    desk = await openOutgoingDesk(db);
    heard = [];
    held = [];
    answers = () => 200;
  });

  const owner = () => ({ ...desk.ana, acts: ACTS });
  const deps = () => ({ db, seal });
  const listen = async (events: readonly HookEvent[] = ['inbox.alert_raised'], path = '/hook') => {
    const input = { id: newId<string>(), name: 'Shop', url: origin + path, events };
    const { secret } = await makeHook(deps(), owner(), input, desk.now());
    return { id: input.id, secret };
  };
  const alert = (detail: string) => ({
    event: 'inbox.alert_raised' as const,
    at: desk.now(),
    about: {
      alert: {
        id: newId<string>(),
        kind: 'silent',
        detail,
        todo: 'Look',
        since: desk.now().toISOString(),
        inboxId: newId<string>(),
      },
    },
  });
  const tell = (...details: string[]) => db.transaction((tx) => tellHooks(tx, desk.workspaceId, details.map(alert)));
  const log = async (id: string) =>
    (await listDeliveries(db.read, desk.workspaceId, id, { before: null, state: null, limit: 100 })).toReversed();
  const said = () => heard.map(({ body }) => JSON.parse(body).data.alert?.detail);
  const sending = async (
    during: () => Promise<unknown>,
    { timeoutMs = 20_000, url = 'http://127.0.0.1:4100' } = {},
  ) => {
    const stop = new AbortController();
    const running = await startHookSender({
      db,
      seal,
      now: desk.now,
      signal: stop.signal,
      log: QUIET,
      config: { url },
      timeoutMs,
      lookEveryMs: 20,
    });
    try {
      await during();
    } finally {
      stop.abort();
      for (const response of held) response.destroy();
      await running.stopped;
    }
  };
  const until = (read: () => unknown) => expect.poll(read, { timeout: 20_000, interval: 20 });

  it('hears what it asked for, signed, in order, and what the log says of it is true', async () => {
    const { id, secret } = await listen();
    await tell('one', 'two', 'three');
    await sending(() => until(said).toEqual(['one', 'two', 'three']));
    const [first] = heard;
    const timestamp = String(first?.headers['x-earshot-timestamp']);
    expect(first?.headers['x-earshot-signature']).toBe(signatureOf(secret, timestamp, first?.body ?? ''));
    expect(first?.headers).toMatchObject({
      'x-earshot-event': 'inbox.alert_raised',
      'content-type': 'application/json',
    });
    expect(HookPayload.parse(JSON.parse(first?.body ?? ''))).toMatchObject({
      id: first?.headers['x-earshot-delivery'],
    });
    const [row] = await log(id);
    expect(row).toMatchObject({ state: 'delivered', attempts: 1, status: 200, body: first?.body });
    expect(row?.answer).toHaveLength(500);
  });

  it('hears nothing that it did not choose, and nothing of another workspace', async () => {
    await listen(['conversation.opened']);
    await tell('one');
    const other = await openOutgoingDesk(db);
    await db.transaction((tx) => tellHooks(tx, other.workspaceId, [alert('theirs')]));
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from hook_deliveries
      where workspace_id in (${desk.workspaceId}, ${other.workspaceId})`.execute(db.read);
    expect(rows[0]?.count).toBe(0);
  });

  it('hears what people do, with the conversation as it is', async () => {
    const square = await desk.addInbox('square');
    const { conversationId: to } = await desk.customerWrites(square, { name: 'Ida', text: 'Where?' });
    await listen(['conversation.assigned']);
    await assignConversation(db, desk.ana, { conversationId: to, agentId: desk.ana.agentId }, desk.now());
    await sending(() => until(() => heard.length).toBe(1));
    const payload = HookPayload.parse(JSON.parse(heard[0]?.body ?? ''));
    expect(payload).toMatchObject({
      type: 'conversation.assigned',
      data: {
        conversation: { id: to, assignee: { id: desk.ana.agentId } },
        moment: { kind: 'assigned', actorKind: 'agent' },
      },
    });
  });

  describe('what is not taken', () => {
    it('is told again with the same bytes and id, while the next passes', async () => {
      const { id } = await listen();
      answers = ({ body }) => (body.includes('one') && heard.length < 3 ? 500 : 200);
      await tell('one', 'two');
      await sending(async () => {
        await until(said).toEqual(['one', 'two']);
        desk.pass(5_000);
        await until(said).toEqual(['one', 'two', 'one']);
        await until(async () => (await log(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
      });
      expect(heard[2]?.body).toBe(heard[0]?.body);
      expect(heard[2]?.headers['x-earshot-delivery']).toBe(heard[0]?.headers['x-earshot-delivery']);
      expect(await readHook(db.read, desk.workspaceId, id)).toMatchObject({ failures: 0, failingSince: null });
    });

    it.each([
      { what: 'no answer in time', answer: null, status: null, words: /no answer within/ },
      { what: 'a redirect', answer: 302, status: 302, words: /said 302/ },
      { what: 'an error', answer: 500, status: 500, words: /said 500/ },
      { what: 'a wish to wait', answer: 503, status: 503, words: /said 503/, afterMs: 60_000 },
    ])('after $what waits', async ({ answer, status, words, afterMs = 5_000 }) => {
      const { id } = await listen();
      answers = () => answer;
      await tell('one');
      const patience = answer === null ? { timeoutMs: 300 } : {};
      await sending(() => until(async () => (await log(id))[0]?.attempts).toBe(1), patience);
      const [row] = await log(id);
      expect(row).toMatchObject({ state: 'waiting', status, answer: expect.stringMatching(words) });
      expect(row?.dueAt).toEqual(new Date(desk.now().getTime() + afterMs));
    });

    it('lets the address rest after three in a row', async () => {
      const { id } = await listen();
      answers = () => 500;
      await tell('1', '2', '3', '4', '5');
      await sending(() => until(async () => (await readHook(db.read, desk.workspaceId, id))?.failures).toBe(3));
      expect(said()).toEqual(['1', '2', '3']);
    });

    it('for a day switches the address off, tells the admins once, and is told when it is on again', async () => {
      await db.alone((tx) =>
        tx
          .updateTable('agents')
          .set({ role: 'admin' })
          .where('id', '=', desk.ana.agentId as never)
          .execute(),
      );
      const { id } = await listen();
      answers = () => 500;
      await tell('old');
      await sending(async () => {
        await until(async () => (await log(id))[0]?.attempts).toBe(1);
        desk.pass(23.9 * HOUR);
        await tell('young');
        await until(async () => (await log(id))[0]?.attempts).toBe(2);
        desk.pass(0.2 * HOUR);
        await until(async () => (await readHook(db.read, desk.workspaceId, id))?.isOn).toBe(false);
      });
      const calls = await db.read
        .selectFrom('notifications')
        .select(['kind', 'text'])
        .where('workspace_id', '=', desk.workspaceId)
        .where('kind', '=', 'webhook_off')
        .execute();
      expect(calls).toEqual([{ kind: 'webhook_off', text: expect.stringContaining('failed for a day') }]);
      await tell('while it is off');
      const count = heard.length;
      answers = () => 200;
      await sending(async () => {
        await changeHook(deps(), owner(), { id, patch: { isOn: true } }, desk.now());
        await replayHook(deps(), owner(), { id, deliveryId: null }, desk.now());
        desk.pass(2 * HOUR);
        await until(async () => (await log(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
      });
      expect(new Set(said().slice(count))).toEqual(new Set(['old', 'young']));
    });

    it('with 410 switches the address off at once', async () => {
      const { id } = await listen();
      answers = () => 410;
      await tell('one');
      await sending(() => until(async () => (await readHook(db.read, desk.workspaceId, id))?.isOn).toBe(false));
      expect((await readHook(db.read, desk.workspaceId, id))?.offBecause).toMatch(/410/);
    });
  });

  it('is told again by another worker when one dies in the middle, and nothing is lost', async () => {
    const { id } = await listen();
    answers = () => null;
    await tell('one', 'two');
    await sending(() => until(() => heard.length).toBe(1), { timeoutMs: 60_000 });
    // As if it had been killed: what it believed of itself still stands.
    await db.alone((tx) =>
      sql`update hooks set sender = ${newId<string>()}, sender_until = ${new Date(desk.now().getTime() + 30_000)} where id = ${id}`.execute(
        tx,
      ),
    );
    answers = () => 200;
    await sending(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(heard).toHaveLength(1);
      desk.pass(30_000);
      await until(async () => (await log(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    });
    expect(said()).toEqual(['one', 'one', 'two']);
  });

  it('hears everything once and in order from two workers at once', async () => {
    await listen();
    const all = Array.from({ length: 30 }, (_, at) => String(at));
    await sending(() =>
      sending(async () => {
        for (const one of all) await tell(one);
        await until(() => heard.length).toBe(30);
      }),
    );
    expect(said()).toEqual(all);
  });

  it('is signed by the old and the new secret for a day after a change', async () => {
    const { id, secret } = await listen();
    const fresh = await changeSecret(deps(), owner(), id, desk.now());
    const signed = async () => {
      const count = heard.length;
      await tell('one');
      // Who stops before the answer is noted tells it again when it is due, as it should.
      await sending(() => until(async () => (await log(id)).map(({ state }) => state)).not.toContain('waiting'));
      expect(heard).toHaveLength(count + 1);
      const { headers, body } = heard[count] as Heard;
      const by = (one: string) => signatureOf(one, String(headers['x-earshot-timestamp']), body);
      const given = String(headers['x-earshot-signature']).split(', ');
      return [given.includes(by(fresh)), given.includes(by(secret))];
    };
    expect(await signed()).toEqual([true, true]);
    desk.pass(25 * HOUR);
    expect(await signed()).toEqual([true, false]);
  });

  it('is never told at an address inside, unless the desk is of this machine alone', async () => {
    const { id } = await listen();
    await tell('one');
    await sending(() => until(async () => (await log(id))[0]?.attempts).toBe(1), { url: 'https://care.example.com' });
    expect(heard).toEqual([]);
    expect((await log(id))[0]?.answer).toMatch(/public internet/);
  });

  it('is told a test when it is asked for', async () => {
    const { id } = await listen();
    await testHook(deps(), owner(), id, desk.now());
    await sending(() => until(() => heard.length).toBe(1));
    expect(HookPayload.parse(JSON.parse(heard[0]?.body ?? '')).type).toBe('webhook.test');
  });
});
