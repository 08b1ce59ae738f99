import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import { troubleOf } from '../shared/rest.ts';
import { type Calls, WORDS } from './calls.ts';
import type { LinkedInCredentials } from './credentials.ts';
import { encoded, organizationUrn } from './urn.ts';

const DAY_MS = 86_400_000;
const HISTORY_MS = 30 * DAY_MS;
/** LinkedIn keeps notifications for 60 days. */
const KEPT_MS = 60 * DAY_MS;
/** The list may lag behind the webhooks. */
const OVERLAP_MS = 3_600_000;
/** The first tier has about 100 calls a day, and answers want most of them: 24 looks, or 72 where no webhooks come. */
const RECONCILE_S = 3_600;
const POLL_S = 1_200;
/** What is younger may still be on its way to us: it would look lost, and is not. */
const ON_ITS_WAY_MS = 60_000;
const COUNT = 50;
const PAGES = 5;

const Mark = z.object({
  /** The list was read up to here, milliseconds. */
  until: z.number(),
  seen: z.array(z.string()),
  deeper: z.object({ from: z.number(), to: z.number(), start: z.number(), isHistory: z.boolean() }).nullable(),
});
/** The inbox's own settings. `listEvery`: seconds between two looks at the list, for apps that have more calls. */
const Settings = z
  .object({ webhooks: z.boolean().catch(true), listEvery: z.number().min(5).max(86_400).optional().catch(undefined) })
  .catch({ webhooks: true });
const List = z.object({ elements: z.array(z.unknown()) });
const Named = z.object({ notificationId: z.union([z.string(), z.number()]).transform(String) });
const REMEMBERED = 500;

export function createSource(
  callsOf: (credentials: LinkedInCredentials) => Calls,
  now: () => Date,
): PulledSource<LinkedInCredentials> {
  return {
    streams(settings) {
      const { webhooks, listEvery } = Settings.parse(settings);
      const everyMs = (listEvery ?? (webhooks ? RECONCILE_S : POLL_S)) * 1_000;
      return [{ name: 'notifications', everyMs, ...(webhooks ? { isReconciling: true } : {}) }];
    },
    async open(credentials, account, settings) {
      if (account !== credentials.organizationId)
        throw new Trouble('misconfigured', 'These credentials open another Page than that of this inbox.');
      const calls = callsOf(credentials);
      const lagMs = Settings.parse(settings).webhooks ? ON_ITS_WAY_MS : 0;
      return {
        async pull(stream, cursor) {
          if (stream !== 'notifications')
            throw new Trouble('misconfigured', `LinkedIn has no stream called ${stream}.`);
          return pullNotifications(calls, account, cursor, now().getTime() - lagMs);
        },
        async close() {},
      };
    },
  };
}

/** What webhooks should have brought, told again: of the time since the last look and a little before it. */
async function pullNotifications(calls: Calls, account: string, cursor: Cursor | null, now: number): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data ?? null;
  const oldest = now - KEPT_MS;
  const span = mark?.deeper ?? {
    from: mark ? Math.max(mark.until - OVERLAP_MS, oldest) : now - HISTORY_MS,
    to: now,
    start: 0,
    isHistory: mark === null,
  };
  const seen = new Set(mark?.seen);
  const fresh: string[] = [];
  const entries: Pulled['entries'][number][] = [];
  let { start } = span;
  let isWhole = false;
  for (let page = 0; page < PAGES && !isWhole; page++) {
    const elements = await listOf(calls, account, span, start);
    for (const raw of elements) {
      const name = Named.safeParse(raw).data?.notificationId;
      if (name !== undefined && seen.has(name)) continue;
      if (name !== undefined) fresh.push(name);
      entries.push(pulledEntry({ notifications: [raw] }, span.isHistory));
    }
    start += COUNT;
    isWhole = elements.length < COUNT;
  }
  const next = {
    until: isWhole ? span.to : (mark?.until ?? span.from),
    seen: [...fresh, ...(mark?.seen ?? [])].slice(0, REMEMBERED),
    deeper: isWhole ? null : { ...span, start },
  };
  const isGap = mark !== null && mark.deeper === null && mark.until < oldest;
  const why = 'LinkedIn keeps its notifications for 60 days, and nobody looked for longer.';
  return {
    entries: entries.toReversed(),
    cursor: next,
    more: !isWhole,
    ...(isGap ? { gap: { from: new Date(mark.until), to: new Date(oldest), why } } : {}),
  };
}

async function listOf(
  calls: Calls,
  account: string,
  { from, to }: { readonly from: number; readonly to: number },
  start: number,
): Promise<readonly unknown[]> {
  const query = [
    'q=criteria',
    'actions=List(COMMENT,ADMIN_COMMENT,SHARE_MENTION)',
    `organizationalEntity=${encoded(organizationUrn(account))}`,
    `timeRange=(start:${from},end:${to})`,
    `start=${start}`,
    `count=${COUNT}`,
  ].join('&');
  const answer = await calls({ method: 'GET', path: `/organizationalEntityNotifications?${query}` });
  if (answer.kind === 'failed') throw troubleOf(answer, WORDS);
  const list = List.safeParse(answer.json).data;
  if (!list) throw new Trouble('unavailable', 'LinkedIn answered with something that is no list of notifications.');
  return list.elements;
}
