import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { startFiler } from '../../src/actions/file/filer.ts';
import { createReceiver } from '../../src/actions/receive.ts';
import { createFacebook } from '../../src/connectors/facebook/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { notUnderstood } from '../../src/core/understanding/not-understood.ts';
import { createMediaFolder } from '../../src/server/media/media-folder.ts';
import { judgeAll, startJudging } from '../../src/server/worker/judge-inboxes.ts';
import { startLooking } from '../../src/server/worker/look-at-accounts.ts';
import { startPuller } from '../../src/server/worker/puller.ts';
import { type MetaNetworks, startMeta } from '../../src/simulators/meta/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import type { Database } from '../../src/storage/database.ts';
import { noteHeard } from '../../src/storage/filing/hours.ts';
import { listAlerts } from '../../src/storage/health/alerts.ts';
import { updateInbox } from '../../src/storage/inboxes.ts';
import { readCursor } from '../../src/storage/pulling.ts';
import { openDoor } from '../contract/lab.ts';
import { openOutgoingDesk } from '../outgoing/desk.ts';
import { QUIET } from '../outgoing/run-sender.ts';
import { META } from '../product/meta.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ida: Persona = { id: 'ida', name: 'Ida Norberg', handle: 'ida', email: 'ida@customers.test', language: 'sv' };

export type Watched = Awaited<ReturnType<typeof openWatched>>;

/** A Page on a simulated Graph API, a desk that hears it, and a clock for both that is moved by hand. */
export async function openWatched(db: Database) {
  // Looks are taken at all workspaces: those of earlier tests are to rest.
  await db.alone((tx) => tx.updateTable('inboxes').set({ removed_at: new Date() }).execute());
  const desk = await openOutgoingDesk(db);
  const graph: MetaNetworks = await startMeta({
    seed: 1,
    now: desk.now,
    appId: META.appId,
    appSecret: META.appSecret,
    verifyToken: META.verifyToken,
    pages: [{ id: META.pageId, name: 'Lindqvist Outdoor', token: META.pageAccessToken }],
  });
  onTestFinished(() => graph.close());
  const connector = createFacebook({ graphUrl: graph.graphUrl, now: desk.now });
  const door = await openDoor(connector, META);
  onTestFinished(() => door.close());
  const inboxId = await desk.addInbox('facebook', META.pageId);
  await db.alone((tx) =>
    tx
      .updateTable('inboxes')
      .set({ created_at: at(-60 * DAY) })
      .where('id', '=', inboxId)
      .execute(),
  );
  const connected = await connector.connect?.(META, META.pageId as ExternalAccountId, door.url);
  if (!connected?.ok) throw new Error(JSON.stringify(connected));
  const post = graph.publishAsPage(META.pageId, 'Autumn is here');
  const receiver = createReceiver(db);
  function at(ms: number): Date {
    return new Date(desk.now().getTime() + ms);
  }

  let end: (() => Promise<void>) | null = null;
  const stop = async () => {
    await end?.();
    end = null;
  };
  onTestFinished(stop);

  const lab = {
    desk,
    graph,
    faults: graph.facebook.faults,
    /** The worker that reads, files, looks at accounts and judges; another one when it was there before. */
    async work(): Promise<void> {
      await stop();
      const stopping = new AbortController();
      const options = {
        db,
        connectors: new Map([['facebook', connector as Connector]]),
        credentialsOf: () => META,
        sealFor: () => Buffer.alloc(0),
        callbackUrl: async () => door.url,
        understand: notUnderstood,
        media: createMediaFolder('/nonexistent'),
        now: desk.now,
        signal: stopping.signal,
        log: QUIET,
        lookAtAccountsEveryMs: 20,
        judgeEveryMs: 20,
        lookEveryMs: 50,
        firstPauseMs: 5,
      };
      const parts = await Promise.all([
        startFiler(options),
        startPuller(options),
        startLooking(options),
        startJudging(options),
      ]);
      end = async () => {
        stopping.abort();
        await Promise.all(parts.map(({ stopped }) => stopped));
      };
    },
    async say(text: string): Promise<void> {
      await graph.facebook.say(ida, { place: post, text });
      await graph.facebook.settled();
      const arrivals = door.take().map(({ entry }) => ({
        ...entry,
        family: 'meta',
        inboxId: null,
        receivedAt: desk.now(),
      }));
      if (arrivals.length > 0) await receiver.receive(desk.workspaceId, arrivals);
    },
    /** Two messages in each hour of the last month. */
    async hasAlwaysHeard(): Promise<void> {
      const hour = Math.floor(desk.now().getTime() / HOUR) * HOUR;
      const heard = Array.from({ length: 30 * 24 }, (_, ago) => ({
        inboxId,
        at: new Date(hour - ago * HOUR),
        isRecovered: false,
      }));
      await db.transaction((tx) => noteHeard(tx, desk.workspaceId, [...heard, ...heard]));
    },
    /** As when somebody gives it a good token in the settings. */
    isConnectedAnew: () =>
      db.transaction((tx) =>
        updateInbox(tx, desk.workspaceId, inboxId, {
          state: { state: 'connected', detail: null, since: desk.now() },
        }),
      ),
    async isSubscribedAnew(): Promise<void> {
      graph.subscribe(door.url);
    },
    /** It has been read once: what is said from now on is no history. */
    isRead: async () => (await readCursor(db.read, desk.workspaceId, inboxId, 'feed')) !== null,
    async lastError(): Promise<string | null> {
      const row = await db.read.selectFrom('inboxes').select('last_error').where('id', '=', inboxId).executeTakeFirst();
      return row?.last_error ?? null;
    },
    judge: () =>
      judgeAll(
        {
          db,
          connectors: new Map([['facebook', connector as Connector]]),
          now: desk.now,
          signal: new AbortController().signal,
          log: QUIET,
        },
        desk.workspaceId,
      ),
    async alerts(): Promise<readonly string[]> {
      return (await listAlerts(db.read, desk.workspaceId)).map(({ kind }) => kind).sort();
    },
    async words(kind: string): Promise<string> {
      const found = (await listAlerts(db.read, desk.workspaceId)).find((one) => one.kind === kind);
      return found ? `${found.detail} ${found.todo}` : '';
    },
    async texts(): Promise<readonly string[]> {
      const { rows } = await sql<{ text: string }>`select text from messages
        where workspace_id = ${desk.workspaceId} and direction = 'inbound' order by sent_at, text`.execute(db.read);
      return rows.map(({ text }) => text);
    },
  };
  return lab;
}
