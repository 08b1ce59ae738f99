import { z } from 'zod';
import { judgeInbox } from '../../actions/judge-inbox.ts';
import { type AccountLook, findingsOf, type InboxFacts } from '../../core/health/findings.ts';
import { silenceOf } from '../../core/health/rhythm.ts';
import type { Json, WorkspaceId } from '../../core/ids.ts';
import { type KeptFacts, readHealthFacts, readHours } from '../../storage/health/facts.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { readQuota } from '../inboxes/kept-quota.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const EVERY_MS = 30_000;

export type Judging = Pick<WorkerDeps, 'db' | 'connectors' | 'now' | 'signal' | 'log'> & {
  readonly judgeEveryMs?: number;
};

/** Holds every inbox against what it should be, and raises and ends its alerts. */
export function startJudging(options: Judging): Promise<Running> {
  const { db } = options;
  return startSweep(
    { ...options, everyMs: options.judgeEveryMs ?? EVERY_MS, name: 'health of inboxes', restMs: null },
    async () => {
      for (const { id } of await listWorkspaces(db.read)) {
        if (options.signal.aborted) return;
        await judgeAll(options, id);
      }
    },
  );
}

/** One look at all inboxes of a workspace. */
export async function judgeAll({ db, connectors, now, log }: Judging, workspaceId: WorkspaceId): Promise<void> {
  for (const kept of await readHealthFacts(db.read, workspaceId, now())) {
    const connector = connectors.get(kept.channel);
    if (!connector) continue;
    const hours = kept.lastHeardAt ? await readHours(db.read, workspaceId, kept.id, kept.lastHeardAt) : [];
    const facts = factsOf(kept, connector.name, connector.webhook !== undefined, {
      silence: silenceOf(hours, kept.lastHeardAt, kept.createdAt, now()),
    });
    const news = await judgeInbox(db, workspaceId, kept.id, findingsOf(facts, now()), now());
    for (const { kind, detail } of news.raised) log.warn({ inboxId: kept.id, alert: kind }, detail);
  }
}

function factsOf(
  kept: KeptFacts,
  network: string,
  hasWebhook: boolean,
  { silence }: Pick<InboxFacts, 'silence'>,
): InboxFacts {
  const { state, stateDetail, stateSince, tokenExpiresAt, recovered, openGaps } = kept;
  return {
    network,
    hasWebhook,
    state,
    stateDetail,
    stateSince,
    tokenExpiresAt,
    recovered,
    openGaps,
    silence,
    check: readLook(kept.lastCheck),
    sends: { accepted: kept.accepted, refused: kept.refused, lastRefusal: kept.lastRefusal },
    quota: readQuota(kept.quota),
    deadMailbox: kept.isMailDead ? kept.ownerEmail : null,
  };
}

const Look = z.object({
  warnings: z.array(z.string()),
  failures: z.number(),
  problem: z.string().nullable(),
  todo: z.string().nullable(),
});
const readLook = (stored: Json): AccountLook | null => Look.safeParse(stored).data ?? null;
