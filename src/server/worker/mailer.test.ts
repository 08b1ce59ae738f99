import type { AddressInfo, Server } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { changePreferences } from '../../actions/change-preferences.ts';
import { judgeInbox } from '../../actions/judge-inbox.ts';
import { readNotifications } from '../../actions/read-notifications.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { readHealthFacts } from '../../storage/health/facts.ts';
import { updateInbox } from '../../storage/inboxes.ts';
import { listMails } from '../../storage/mail/mails.ts';
import { noteBounces } from '../../storage/mail/owners.ts';
import { addNotifications } from '../../storage/notifications/add.ts';
import { createMailServer } from './mail-server.fixture.ts';
import { startMailer } from './mailer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TOKEN = { kind: 'token', detail: 'The access ends today.', todo: 'Renew it.' } as const;

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let inboxId: InboxId;
  let server: Server;
  let taken: { readonly to: string; readonly mail: string }[];
  let answer: string;
  let port: number;

  beforeAll(async () => {
    db = await open();
    const made = createMailServer(() => answer);
    server = made.server;
    taken = made.taken;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());
  beforeEach(async () => {
    await db.alone((tx) => sql`update notifications set mail_at = null`.execute(tx));
    await db.alone((tx) => sql`update inboxes set owner_email = null`.execute(tx));
    await db.alone((tx) => sql`delete from mails`.execute(tx));
    await db.alone((tx) => sql`update agents set preferences = '{}'`.execute(tx));
    desk = await openOutgoingDesk(db);
    inboxId = await desk.addInbox('square');
    await db.alone((tx) => sql`update agents set role = 'admin' where id = ${desk.ana.agentId}`.execute(tx));
    taken.length = 0;
    answer = '250 ok';
  });

  const mailing = async (during: () => Promise<unknown>) => {
    const stop = new AbortController();
    const from = { name: 'Earshot', address: 'earshot@brand.example' };
    const running = await startMailer({
      db,
      now: desk.now,
      signal: stop.signal,
      log: QUIET,
      connectors: new Map() as never,
      credentialsOf: () => ({}),
      config: {
        url: 'https://care.example.com',
        mail: { host: '127.0.0.1', port, isSecure: false, user: '', password: '', from },
      },
      lookEveryMs: 20,
      timeoutMs: 20_000,
    });
    try {
      await during();
    } finally {
      stop.abort();
      await running.stopped;
    }
  };
  const until = (read: () => unknown) => expect.poll(read, { timeout: 20_000, interval: 20 });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 120));
  /** The first look only begins the counting of periods; what comes before it has no period. */
  const counting = () =>
    until(() =>
      db.read.selectFrom('digest_turns').select('agent_id').where('workspace_id', '=', desk.workspaceId).execute(),
    ).toHaveLength(1);
  const states = async () =>
    (await listMails(db.read, desk.workspaceId, 5)).map(({ state, detail }) => [state, detail]);
  const judge = (...findings: readonly (typeof TOKEN)[]) =>
    judgeInbox(db, desk.workspaceId, inboxId, findings, desk.now());
  const prefer = (chosen: Parameters<typeof changePreferences>[2]) => changePreferences(db, desk.ana, chosen);
  const call = (about: string) =>
    db.transaction((tx) =>
      addNotifications(
        tx,
        desk.workspaceId,
        [
          {
            agentId: desk.ana.agentId as never,
            kind: 'task',
            conversationId: null,
            actorId: null,
            text: 'their words',
            about,
          },
        ],
        desk.now(),
      ),
    );

  describe('an alert', () => {
    it('is mailed to whoever manages the inbox, once, however long it goes on', async () => {
      await judge(TOKEN);
      await mailing(async () => {
        await until(() => taken.map(({ to }) => to)).toEqual(['ana@brand.example']);
        await judge(TOKEN);
        desk.pass(HOUR);
        await judge(TOKEN);
        await settled();
      });
      expect(taken).toHaveLength(1);
      expect(taken[0]?.mail).toMatch(/^Subject: Something is wrong with/m);
      expect(taken[0]?.mail).toContain('The access ends today.');
      expect(taken[0]?.mail).toContain(`https://care.example.com/inboxes/${inboxId}`);
      expect(taken[0]?.mail).toMatch(/^List-Unsubscribe: <https:/m);
      expect(taken[0]?.mail).toMatch(/^Auto-Submitted: auto-generated/m);
    });

    it('is mailed once by two workers at once', async () => {
      await judge(TOKEN);
      await mailing(() =>
        mailing(async () => {
          await until(() => taken.length).toBe(1);
          await settled();
        }),
      );
      expect(taken).toHaveLength(1);
    });

    it('waits for the end of quiet hours', async () => {
      await prefer({ timeZone: 'UTC', quietHours: { days: [0, 1, 2, 3, 4, 5, 6], from: '11:00', to: '13:00' } });
      await judge(TOKEN);
      await mailing(async () => {
        await settled();
        expect(taken).toEqual([]);
        desk.pass(HOUR);
        await until(() => taken.length).toBe(1);
      });
    });

    it.each([
      { what: 'read on the desk before', before: () => readNotifications(db, desk.ana, {}, desk.now()) },
      { what: 'not wanted by mail', before: () => prefer({ mail: 'off' }) },
    ])('that is $what is not mailed', async ({ before }) => {
      await judge(TOKEN);
      await before();
      await mailing(settled);
      expect(taken).toEqual([]);
    });

    it('that is over is one line in the next summary', async () => {
      await prefer({ mail: 'hourly' });
      await judge(TOKEN);
      await mailing(async () => {
        await until(() => taken.length).toBe(1);
        // Over before the hour turns: a summary that is quicker would have nothing to say in this hour.
        await judge();
        desk.pass(HOUR);
        await until(() => taken.length).toBe(2);
        desk.pass(3 * HOUR);
        await settled();
      });
      expect(taken).toHaveLength(2);
      expect(taken[1]?.mail).toMatch(/Over: .+: The access ends today\./);
    });
  });

  describe('a summary', () => {
    it('comes once for each period, with what was not seen, and not when there is nothing', async () => {
      await prefer({ mail: 'hourly' });
      await mailing(async () => {
        await counting();
        await call('task:1');
        await call('task:2');
        await settled();
        expect(taken).toEqual([]);
        desk.pass(HOUR);
        await until(() => taken.length).toBe(1);
        await call('task:3');
        await readNotifications(db, desk.ana, {}, desk.now());
        desk.pass(HOUR);
        await settled();
      });
      expect(taken).toHaveLength(1);
      expect(taken[0]?.mail).toMatch(/^Subject: 2 things that you have not seen/m);
      expect(taken[0]?.mail).not.toContain('their words');
    });
  });

  it('tries again what a server could not take, and says what it said', async () => {
    answer = '451 later';
    await judge(TOKEN);
    await mailing(async () => {
      await until(async () => (await states())[0]?.[1]).toMatch(/451/);
      answer = '250 ok';
      desk.pass(60_000);
      await until(states).toEqual([['sent', null]]);
    });
    expect(taken).toHaveLength(1);
  });

  it('sends again what a process that died had taken', async () => {
    await judge(TOKEN);
    await mailing(() => until(() => taken.length).toBe(1));
    // As if it had died before it could say so.
    await db.alone((tx) =>
      sql`update mails set state = 'waiting', due_at = ${new Date(desk.now().getTime() + 180_000)}`.execute(tx),
    );
    await mailing(async () => {
      desk.pass(180_000);
      await until(() => taken.length).toBe(2);
    });
    const ids = taken.map(({ mail }) => /^Message-ID: (.+)$/im.exec(mail)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  describe('the mailbox of an account', () => {
    const name = (ownerEmail: string) =>
      db.transaction((tx) => updateInbox(tx, desk.workspaceId, inboxId, { ownerEmail }));
    const isDead = async () =>
      (await readHealthFacts(db.read, desk.workspaceId, desk.now())).find(({ id }) => id === inboxId)?.isMailDead;

    it('is written to when it is named and a month later', async () => {
      await name('owner@brand.example');
      await mailing(async () => {
        await until(() => taken.length).toBe(1);
        desk.pass(29 * DAY);
        await settled();
        expect(taken).toHaveLength(1);
        desk.pass(DAY);
        await until(() => taken.length).toBe(2);
      });
      expect(taken[0]).toMatchObject({
        to: 'owner@brand.example',
        mail: expect.stringContaining('receives the warnings of'),
      });
      expect(await isDead()).toBe(false);
    });

    it('is dead when its server knows nobody of that name, until a later mail is taken and stays', async () => {
      answer = '550 5.1.1 no such user';
      await name('gone@brand.example');
      await mailing(async () => {
        await until(isDead).toBe(true);
        answer = '250 ok';
        desk.pass(7 * DAY);
        // Its day begins when it is written down that it was taken.
        await until(async () => (await states()).map(([state]) => state).toSorted()).toEqual(['failed', 'sent']);
        expect(taken).toHaveLength(1);
        expect(await isDead()).toBe(true);
        desk.pass(DAY);
        await until(isDead).toBe(false);
      });
    });

    it('is dead when a mail comes back, and another one is not', async () => {
      await name('gone@brand.example');
      await mailing(() => until(() => taken.length).toBe(1));
      const id = /^Message-ID: (.+)$/im.exec(taken[0]?.mail ?? '')?.[1] ?? '';
      await db.transaction((tx) => noteBounces(tx, desk.workspaceId, [id], '550 no such user', desk.now()));
      expect(await isDead()).toBe(true);
      expect((await listMails(db.read, desk.workspaceId, 1))[0]).toMatchObject({
        state: 'failed',
        detail: expect.stringContaining('came back'),
      });
      await name('alive@brand.example');
      expect(await isDead()).toBe(false);
      await mailing(() => until(() => taken.map(({ to }) => to)).toContain('alive@brand.example'));
    });

    it.each([
      ['a full mailbox', '452 4.2.2 full'],
      ['a server that takes us for spam', '550 5.7.1 spam'],
    ])('is not dead because of %s', async (_what, said) => {
      answer = said;
      await name('owner@brand.example');
      await mailing(() =>
        until(async () => (await listMails(db.read, desk.workspaceId, 1))[0]?.detail).toContain(said.slice(0, 3)),
      );
      expect(await isDead()).toBe(false);
    });
  });
});
