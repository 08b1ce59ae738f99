import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk, type Written } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { changePreferences } from '../../actions/change-preferences.ts';
import { addPush } from '../../actions/keep-push.ts';
import { readNotifications } from '../../actions/read-notifications.ts';
import type { Database } from '../../storage/database.ts';
import { addNotifications } from '../../storage/notifications/add.ts';
import { listSubscriptions } from '../../storage/push/subscriptions.ts';
import { createSeal } from '../../storage/seal.ts';
import { startPushSender } from './push-sender.ts';

/** What the library itself encrypts with; a browser has its own. */
const { decrypt } = createRequire(import.meta.url)('http_ece') as {
  decrypt(body: Buffer, how: { version: string; privateKey: unknown; authSecret: string }): Buffer;
};
const seal = createSeal('the secret of a test, thirty-two characters');

/** As a browser makes it, with the half that only the browser has. */
function makeBrowser() {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  return { ecdh, auth, p256dh: ecdh.getPublicKey('base64url') };
}

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let talk: Written;
  let service: Server;
  let origin: string;
  let status: number;
  let heard: { readonly path: string; readonly authorization: string; readonly body: Buffer }[];
  const browser = makeBrowser();

  beforeAll(async () => {
    db = await open();
    service = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const authorization = String(request.headers.authorization);
        heard.push({ path: request.url ?? '', authorization, body: Buffer.concat(chunks) });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  });
  afterAll(() => void service.close());
  beforeEach(async () => {
    await db.alone((tx) => sql`delete from push_subscriptions`.execute(tx));
    desk = await openOutgoingDesk(db);
    talk = await desk.customerWrites(await desk.addInbox('square'), { name: 'Ida', text: 'my IBAN is' });
    heard = [];
    status = 201;
    await subscribe();
  });

  const subscribe = (path = '/one') =>
    addPush(
      db,
      desk.ana,
      { endpoint: origin + path, p256dh: browser.p256dh, auth: browser.auth, browser: 'Test' },
      desk.now(),
    );
  const call = (text = 'my IBAN is') =>
    db.transaction((tx) =>
      addNotifications(
        tx,
        desk.workspaceId,
        [
          {
            agentId: desk.ana.agentId as never,
            kind: 'assigned',
            conversationId: talk.conversationId,
            actorId: desk.bo.agentId,
            text,
            about: 'assigned:1',
          },
        ],
        desk.now(),
      ),
    );
  const sending = async (during: () => Promise<unknown>, url = 'http://127.0.0.1:4100') => {
    const stop = new AbortController();
    const running = await startPushSender({
      db,
      seal,
      now: desk.now,
      signal: stop.signal,
      log: QUIET,
      config: { url },
      lookEveryMs: 20,
    });
    try {
      await during();
    } finally {
      stop.abort();
      await running.stopped;
    }
  };
  const until = (read: () => unknown) => expect.poll(read, { timeout: 20_000, interval: 20 });
  const isSettled = () =>
    until(async () => {
      const { rows } = await sql<{ due: number }>`select count(*)::int as due from notifications
        where workspace_id = ${desk.workspaceId} and push_at is not null`.execute(db.read);
      return rows[0]?.due;
    }).toBe(0);
  const read = (body: Buffer) =>
    JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: browser.ecdh, authSecret: browser.auth }).toString());
  const prefer = (chosen: Parameters<typeof changePreferences>[2]) => changePreferences(db, desk.ana, chosen);

  it('tells a browser a little later, without what the customer said', async () => {
    await call();
    await sending(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(heard).toEqual([]);
      desk.pass(8_000);
      await isSettled();
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.authorization).toMatch(/^vapid t=.+, k=.+/);
    expect(read(heard[0]?.body as Buffer)).toEqual({
      title: 'Bo gave you a conversation',
      body: '',
      tag: expect.any(String),
      url: `/desk/${talk.conversationId}`,
    });
  });

  it('says what the customer said where that was allowed', async () => {
    await prefer({ pushText: true });
    await call();
    desk.pass(8_000);
    await sending(isSettled);
    expect(read(heard[0]?.body as Buffer)).toMatchObject({ title: 'Bo gave you Ida', body: 'my IBAN is' });
  });

  it.each([
    { what: 'what was read meanwhile', before: () => readNotifications(db, desk.ana, {}, desk.now()) },
    {
      what: 'what falls into quiet hours, by the zone that the browser said',
      before: () =>
        prefer({ seenZone: 'Asia/Tokyo', quietHours: { days: [0, 1, 2, 3, 4, 5, 6], from: '20:00', to: '07:00' } }),
    },
    {
      what: 'what is for somebody who has left',
      before: () =>
        db.alone((tx) =>
          sql`update agents set deactivated_at = ${desk.now()} where id = ${desk.ana.agentId}`.execute(tx),
        ),
    },
    {
      what: 'what lies in an inbox that is closed to them by now',
      before: () =>
        db.alone((tx) =>
          sql`update inboxes set is_restricted = true where workspace_id = ${desk.workspaceId}`.execute(tx),
        ),
    },
  ])('tells nobody $what', async ({ before }) => {
    await call();
    await before();
    desk.pass(8_000);
    await sending(isSettled);
    expect(heard).toEqual([]);
  });

  it.each([404, 410])('forgets a browser that its service knows no more (%i)', async (gone) => {
    status = gone;
    await call();
    desk.pass(8_000);
    await sending(isSettled);
    expect(await listSubscriptions(db.read, desk.workspaceId, desk.ana.agentId as never)).toEqual([]);
  });

  it('tries again what a service could not take, under the same tag, and gives up after an hour', async () => {
    status = 503;
    await call();
    desk.pass(8_000);
    await sending(async () => {
      await until(() => heard.length).toBe(1);
      desk.pass(61_000);
      await until(() => heard.length).toBe(2);
      desk.pass(3_600_000);
      await isSettled();
    });
    const tags = new Set(heard.map(({ body }) => read(body).tag));
    expect(tags.size).toBe(1);
  });

  it('is told once by two workers at once', async () => {
    await call();
    desk.pass(8_000);
    await sending(() => sending(isSettled));
    expect(heard).toHaveLength(1);
  });

  it('calls no address inside, and forgets it', async () => {
    await call();
    desk.pass(8_000);
    await sending(isSettled, 'https://care.example.com');
    expect(heard).toEqual([]);
    expect(await listSubscriptions(db.read, desk.workspaceId, desk.ana.agentId as never)).toEqual([]);
  });

  it('belongs to whoever signed in last in that browser', async () => {
    await addPush(
      db,
      desk.bo,
      { endpoint: `${origin}/one`, p256dh: browser.p256dh, auth: browser.auth, browser: '' },
      desk.now(),
    );
    expect(await listSubscriptions(db.read, desk.workspaceId, desk.ana.agentId as never)).toEqual([]);
    await call();
    desk.pass(60_000);
    await sending(isSettled);
    expect(heard).toEqual([]);
  });
});
