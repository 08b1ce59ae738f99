import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ida, openDoor, oskar } from '../../../test/contract/lab.ts';
import { credentials, PAGE_ID } from '../../../test/contract/meta-world.ts';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { changeInbox } from '../../actions/change-inbox.ts';
import { connectInbox } from '../../actions/connect-inbox.ts';
import { fileWaiting } from '../../actions/file/filer.ts';
import { createReceiver } from '../../actions/receive.ts';
import { createFacebook } from '../../connectors/facebook/index.ts';
import { createMessenger } from '../../connectors/messenger/index.ts';
import { actsOf } from '../../core/access/role.ts';
import { type Connector, type SourceSession, Trouble } from '../../core/channel/connector.ts';
import type { InboxId } from '../../core/ids.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import { startMeta } from '../../simulators/meta/index.ts';
import type { Database } from '../../storage/database.ts';
import { noteHeard } from '../../storage/filing/hours.ts';
import { listAlerts } from '../../storage/health/alerts.ts';
import { newId } from '../../storage/new-id.ts';
import { claimInboxes, releaseInbox } from '../../storage/pulling.ts';
import { createSeal } from '../../storage/seal.ts';
import { createMediaFolder } from '../media/media-folder.ts';
import { judgeAll } from './judge-inboxes.ts';
import { startLooking } from './look-at-accounts.ts';
import { pullInbox } from './pull-inbox.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const seal = createSeal('the secret of a test, thirty-two characters');

/** One Page on a desk, with everything of the worker that watches it, each part run when the test says so. */
async function connectPage(db: Database, desk: OutgoingDesk, channel: 'facebook' | 'messenger') {
  const { workspaceId } = desk;
  const now = () => {
    desk.pass(1);
    return desk.now();
  };
  const { pageId, pageAccessToken: token, appId, appSecret, verifyToken } = credentials;
  const pages = [{ id: pageId, name: 'Lindqvist Outdoor', token }];
  const meta = await startMeta({ seed: 5, now, appId, appSecret, verifyToken, pages });
  onTestFinished(() => meta.close());
  const options = { graphUrl: meta.graphUrl, now, conversationEveryMs: 0 };
  const connector = (channel === 'facebook' ? createFacebook(options) : createMessenger(options)) as Connector;
  const connectors = new Map([[channel as string, connector]]);
  const door = await openDoor(connector, credentials);
  onTestFinished(() => door.close());
  const who = { ...desk.ana, acts: actsOf('owner') };
  const { id } = await connectInbox(
    { db, seal },
    who,
    connector,
    { credentials, purpose: 'support', settings: {} },
    door.url,
    now(),
  );
  const deps = { db, connectors, now, log: QUIET, credentialsOf: seal.open, media: createMediaFolder('/nonexistent') };
  const place = channel === 'facebook' ? meta.publishAsPage(PAGE_ID, 'Autumn') : `direct:${PAGE_ID}`;
  const network = meta[channel];
  const receiver = createReceiver(db);
  const puller = newId<string>();

  const file = () =>
    fileWaiting({ ...deps, understand: notUnderstood, signal: new AbortController().signal }, workspaceId);
  return {
    id,
    meta,
    door,
    faults: network.faults,
    file,
    say: (persona: typeof ida, text: string) => network.say(persona, { place, text }),
    /** What the network offers at the door goes into the ledger and is filed. */
    async hear() {
      await network.settled();
      const arrivals = door.take().map(({ entry }) => ({ ...entry, family: 'meta', inboxId: null, receivedAt: now() }));
      await receiver.receive(workspaceId, arrivals);
      await file();
    },
    /** One round of every list, or two failures in a row, as the worker reads. */
    async pull() {
      const stop = new AbortController();
      const claim = {
        puller,
        channels: [channel],
        listeners: [],
        now: now(),
        until: new Date(now().getTime() + MINUTE),
      };
      const inboxes = await db.transaction((tx) => claimInboxes(tx, workspaceId, { ...claim, renewBefore: now() }));
      const watched = new Map([[channel as string, watch(connector, () => stop.abort())]]);
      for (const inbox of inboxes)
        await pullInbox({ ...deps, connectors: watched, signal: stop.signal, firstPauseMs: 1 }, workspaceId, inbox);
      await db.alone((tx) => releaseInbox(tx, workspaceId, null, puller));
      await file();
    },
    async look() {
      const stop = new AbortController();
      const lookedAt = async () =>
        (await db.read.selectFrom('inboxes').select('last_check').where('id', '=', id).executeTakeFirst())?.last_check;
      await db.alone((tx) =>
        tx.updateTable('inboxes').set({ last_check: null, checked_at: null }).where('id', '=', id).execute(),
      );
      const { stopped } = await startLooking({
        ...deps,
        sealFor: seal.close,
        callbackUrl: async () => door.url,
        signal: stop.signal,
        lookAtAccountsEveryMs: 20,
      });
      await expect.poll(lookedAt, { timeout: 20_000 }).not.toBeNull();
      stop.abort();
      await stopped;
    },
    reconnect: () =>
      changeInbox({ db, seal }, who, connector, { id, patch: { credentials: {} }, callbackUrl: door.url }, now()),
    async alerts() {
      await judgeAll({ ...deps, signal: new AbortController().signal }, workspaceId);
      return listAlerts(db.read, workspaceId);
    },
  };
}

/** Ends the reading after a round of all lists, or when it failed twice. The wait that Meta asks for is not waited out. */
function watch(connector: Connector, enough: () => void): Connector {
  const { source } = connector;
  if (!source) throw new Error('no source');
  const left = new Set(source.streams({}).map(({ name }) => name));
  let failures = 0;
  const watchSession = (session: SourceSession): SourceSession => ({
    ...session,
    async pull(stream, cursor) {
      try {
        const pulled = await session.pull(stream, cursor);
        if (!pulled.more) left.delete(stream);
        if (left.size === 0) enough();
        return pulled;
      } catch (error) {
        failures += 1;
        if (failures > 2) enough();
        throw error instanceof Trouble ? new Trouble(error.kind, error.message) : error;
      }
    },
  });
  return {
    ...connector,
    source: { ...source, open: async (...given) => watchSession(await source.open(...given)) },
  };
}

eachDatabase((open) => {
  let db: Database;
  let page: Awaited<ReturnType<typeof connectPage>>;
  let desk: OutgoingDesk;
  beforeAll(async () => {
    db = await open();
  });

  describe.each(['facebook', 'messenger'] as const)('a Page in %s', (channel) => {
    beforeEach(async () => {
      await db.alone((tx) => tx.updateTable('inboxes').set({ state: 'paused' }).execute());
      desk = await openOutgoingDesk(db);
      page = await connectPage(db, desk, channel);
      await page.pull();
      await page.hear();
      expect(await page.alerts()).toEqual([]);
    });
    const texts = async () => {
      const said = db.read.selectFrom('messages').select('text').where('workspace_id', '=', desk.workspaceId);
      return (await said.orderBy('text').execute()).map(({ text }) => text);
    };
    const backdate = (id: InboxId) =>
      db.alone((tx) =>
        tx
          .updateTable('inboxes')
          .set({ created_at: new Date(desk.now().getTime() - 60 * DAY) })
          .where('id', '=', id)
          .execute(),
      );

    it('that loses every event for a while gets them by its lists, once, and says that they were missed', async () => {
      await page.say(ida, 'Heard');
      await page.hear();
      page.faults.drop = 1;
      for (const text of ['Lost 1', 'Lost 2']) await page.say(ida, text);
      await page.say(oskar, 'Lost 3');
      await page.hear();
      expect(await texts()).toEqual(['Heard']);
      page.faults.drop = 0;
      desk.pass(20 * MINUTE);
      await page.pull();
      await page.pull();
      expect(await texts()).toEqual(['Heard', 'Lost 1', 'Lost 2', 'Lost 3']);
      expect(await page.alerts()).toMatchObject([
        {
          kind: 'missed',
          detail: expect.stringContaining('3 messages'),
          todo: expect.stringContaining('Test the inbox'),
        },
      ]);
      desk.pass(25 * HOUR);
      expect(await page.alerts()).toEqual([]);
    });

    it('that is only slow, or told twice, is filed once and raises nothing', async () => {
      page.faults.duplicate = 1;
      await page.say(ida, 'Heard twice');
      await page.pull();
      await page.hear();
      desk.pass(20 * MINUTE);
      await page.pull();
      expect(await texts()).toEqual(['Heard twice']);
      expect(await page.alerts()).toEqual([]);
    });

    it('whose token was revoked asks for a new one, and is well with it', async () => {
      page.faults.isTokenRevoked = true;
      await page.pull();
      expect(await page.alerts()).toMatchObject([
        {
          kind: 'login',
          detail: expect.stringContaining('password'),
          todo: expect.stringMatching(/connect the account anew/),
        },
      ]);
      // Nobody knocks again and again with a dead token.
      await page.pull();
      page.faults.isTokenRevoked = false;
      await page.reconnect();
      expect(await page.alerts()).toEqual([]);
      await page.say(ida, 'Hello again');
      await page.hear();
      expect(await texts()).toEqual(['Hello again']);
    });

    it('whose app reports to another desk, or that lost its subscription, says where to change it', async () => {
      page.meta.subscribe('https://care.example.com/webhooks/meta');
      await page.look();
      expect(await page.alerts()).toMatchObject([
        {
          kind: 'setup',
          detail: expect.stringMatching(/to https:\/\/care\.example\.com.*change it to http:\/\/127/),
          todo: expect.stringMatching(/\S+ \S+/),
        },
      ]);
      page.meta.subscribe(page.door.url);
      await page.look();
      expect(await page.alerts()).toEqual([]);
      page.meta.unsubscribe(PAGE_ID);
      await page.look();
      expect(await page.alerts()).toMatchObject([{ kind: 'setup', detail: expect.stringContaining('not subscribed') }]);
      await page.reconnect();
      await page.look();
      expect(await page.alerts()).toEqual([]);
    });

    it('that Meta slows down waits, says so when it lasts, and goes on by itself', async () => {
      await page.say(ida, 'Meanwhile');
      await page.hear();
      page.faults.rateLimit = 1;
      await page.pull();
      expect(await page.alerts()).toEqual([]);
      desk.pass(10 * MINUTE);
      expect(await page.alerts()).toMatchObject([
        {
          kind: 'trouble',
          detail: expect.stringContaining('used up its calls'),
          todo: expect.stringContaining('Nothing is lost'),
        },
      ]);
      page.faults.rateLimit = 0;
      await page.pull();
      expect(await page.alerts()).toEqual([]);
      expect(await texts()).toEqual(['Meanwhile']);
    });

    it('that falls silent against its habit is noticed, and forgiven when it speaks', async () => {
      await backdate(page.id);
      const start = Math.floor((desk.now().getTime() - 30 * DAY) / HOUR) * HOUR;
      const heard = Array.from({ length: 30 * 24 }, (_, hour) => ({
        inboxId: page.id,
        at: new Date(start + hour * HOUR),
        isRecovered: false,
      }));
      await db.transaction((tx) => noteHeard(tx, desk.workspaceId, [...heard, ...heard]));
      page.faults.isSilent = true;
      desk.pass(8 * HOUR);
      await page.say(ida, 'Is anybody there?');
      await page.hear();
      expect(await page.alerts()).toMatchObject([
        {
          kind: 'silent',
          detail: expect.stringContaining('Nothing was heard'),
          todo: expect.stringContaining('Write a message'),
        },
      ]);
      page.faults.isSilent = false;
      await page.say(ida, 'Hello?');
      await page.hear();
      expect(await page.alerts()).toEqual([]);
    });
  });
});
