import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { zoneOf } from '../../core/notifications/preferences.ts';
import { isQuiet } from '../../core/notifications/quiet.ts';
import { noticeInWords, placeOf } from '../../core/notifications/words.ts';
import { readNotification } from '../../storage/notifications/read.ts';
import { claimPushes, type DuePush, settlePush } from '../../storage/push/due.ts';
import { dropSubscription, listSubscriptions, notePushed, type PushRow } from '../../storage/push/subscriptions.ts';
import type { Seal } from '../../storage/seal.ts';
import { rightsOfAgents } from '../../storage/work/rights-of-agents.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { type Config, isLoopback } from '../config.ts';
import { addressProblem, trustedOrigin } from '../hooks/address-problem.ts';
import { type PushKeys, pushKeysOf } from '../notifications/push-keys.ts';
import { allowedAddresses, Forbidden, type Resolve } from './address-guard.ts';
import { agentTo } from './agent-to.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const LEASE_MS = 60_000;
/** What nobody could be told of by then is in the list, and no news. */
const STALE_MS = 3_600_000;
const TIMEOUT_MS = 10_000;
const AT_ONCE = 20;
/** How long a push service keeps it for a browser that is away, in seconds. */
const KEPT_S = 4 * 3_600;

export interface PushSenderOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  readonly seal: Seal;
  readonly config: Pick<Config, 'url'>;
  readonly lookEveryMs?: number;
  readonly resolve?: Resolve;
}

/**
 * Tells browsers in which no desk is open. A notice that was read meanwhile, that nobody may see any more or that falls
 * into quiet hours is told to none. The notice's id is its tag: told twice, it shows once.
 */
export function startPushSender(options: PushSenderOptions): Promise<Running> {
  const { db, now, signal } = options;
  return startSweep(
    { ...options, everyMs: options.lookEveryMs ?? 2_000, name: 'browser push', restMs: null },
    async () => {
      for (const { id } of await listWorkspaces(db.read)) {
        let claimed: readonly DuePush[];
        do {
          if (signal.aborted) return;
          const until = new Date(now().getTime() + LEASE_MS);
          claimed = await db.alone((tx) => claimPushes(tx, id, { now: now(), until, limit: AT_ONCE }));
          const keys = claimed.length > 0 ? await pushKeysOf(options, id, now()) : null;
          await Promise.all(claimed.map((due) => keys && pushOne(options, id, due, keys, until)));
        } while (claimed.length === AT_ONCE);
      }
    },
  );
}

async function pushOne(
  options: PushSenderOptions,
  workspaceId: WorkspaceId,
  due: DuePush,
  keys: PushKeys,
  until: Date,
): Promise<void> {
  const { db, now } = options;
  const payload = await payloadFor(options, workspaceId, due);
  const browsers = payload ? await listSubscriptions(db.read, workspaceId, due.agentId) : [];
  const told = await Promise.all(browsers.map((one) => tell(options, workspaceId, one, payload ?? '', keys)));
  const isLate = now().getTime() - due.at.getTime() > STALE_MS;
  // What a push service could not take now is tried again when the claim is over.
  if (isLate || told.every((is) => is !== 'later')) await db.alone((tx) => settlePush(tx, workspaceId, due.id, until));
}

/** Null: it is told to no browser. */
async function payloadFor(
  { db, now }: PushSenderOptions,
  workspaceId: WorkspaceId,
  { id, agentId, preferences }: DuePush,
): Promise<string | null> {
  if (isQuiet(preferences.quietHours, zoneOf(preferences), now())) return null;
  // Whoever does not work here any more has no rights at all.
  const rights = (await rightsOfAgents(db.read, workspaceId, [agentId])).get(agentId);
  if (rights === undefined) return null;
  const notice = await readNotification(db.read, { workspaceId, agentId, inboxIds: visibleInboxes(rights) }, id);
  if (!notice || notice.readAt) return null;
  const { title, text } = noticeInWords(notice, preferences.pushText);
  return JSON.stringify({ title, body: text, tag: id, url: placeOf(notice) });
}

type Told = 'taken' | 'gone' | 'later' | 'refused';

async function tell(
  options: PushSenderOptions,
  workspaceId: WorkspaceId,
  row: PushRow,
  payload: string,
  { publicKey, privateKey }: PushKeys,
): Promise<Told> {
  const { db, now, log, signal, config } = options;
  const mayLoopback = isLoopback(new URL(config.url).hostname);
  try {
    const problem = addressProblem(row.endpoint, mayLoopback);
    if (problem) throw new Forbidden(problem);
    const subject = config.url.startsWith('https:') ? config.url : 'mailto:nobody@localhost';
    const { default: webPush } = await import('web-push');
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint: row.endpoint, keys: { p256dh: row.p256dh, auth: row.auth } },
      payload,
      { vapidDetails: { subject, publicKey, privateKey }, TTL: KEPT_S, contentEncoding: 'aes128gcm' },
    );
    const url = new URL(row.endpoint);
    const { request } = await import('undici');
    const agent = await agentTo(
      await allowedAddresses(url, trustedOrigin(url, mayLoopback), options.resolve),
      TIMEOUT_MS,
    );
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: headers as Record<string, string>,
        body,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.body.dump({ limit: 4_096 });
      return await settle(options, workspaceId, row, answer.statusCode);
    } finally {
      await agent.destroy();
    }
  } catch (error) {
    if (error instanceof Forbidden) {
      await db.alone((tx) => dropSubscription(tx, workspaceId, row.id));
      return 'gone';
    }
    if (!signal.aborted) log.warn({ err: error, at: now() }, 'A browser could not be told.');
    return 'later';
  }
}

async function settle(
  { db, now, log }: PushSenderOptions,
  workspaceId: WorkspaceId,
  row: PushRow,
  status: number,
): Promise<Told> {
  if (status === 404 || status === 410) {
    await db.alone((tx) => dropSubscription(tx, workspaceId, row.id));
    return 'gone';
  }
  if (status >= 200 && status < 300) {
    await db.alone((tx) => notePushed(tx, workspaceId, row.id, now()));
    return 'taken';
  }
  if (status === 429 || status >= 500) return 'later';
  log.warn({ status }, 'A push service refused a notice.');
  return 'refused';
}
