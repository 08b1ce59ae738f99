import type { Connector } from '../../core/channel/connector.ts';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { InboxId, Json, WorkspaceId } from '../../core/ids.ts';
import { LISTEN_SETTING, SAMPLED_MOST, type Search } from '../../core/listening/search.ts';
import type { SealedInbox } from '../../storage/inboxes.ts';

/** What one account finds just now for a rule that is not saved. Nothing of it is kept. */
export interface Answered {
  readonly inboxId: InboxId;
  readonly events: readonly MessageEvent[];
  readonly costUsd: number | null;
  /** How far back this is all that there is, in milliseconds. Null: there was more than was asked for. */
  readonly reachMs: number | null;
  /** Why this network did not answer, in words. */
  readonly problem: string | null;
}
export interface AskingDeps {
  readonly credentialsOf: (workspaceId: WorkspaceId, inboxId: InboxId, sealed: Uint8Array) => unknown;
  /** How long a network may take, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 10_000;
/** More are rarely asked of one account, and each is a call that may cost. */
const SEARCHES_MOST = 4;

export async function askNetwork(
  { credentialsOf, patienceMs = PATIENCE_MS }: AskingDeps,
  workspaceId: WorkspaceId,
  connector: Connector | undefined,
  inbox: SealedInbox,
  searches: readonly Search[],
  now: Date,
): Promise<Answered> {
  const nothing = { inboxId: inbox.id, events: [], costUsd: null, reachMs: null };
  if (!connector) return { ...nothing, problem: 'This account is of a network that this desk does not know.' };
  if (!connector.source?.sample || !connector.capabilities.listening)
    return { ...nothing, problem: whyDeaf(connector) };
  if (searches.length === 0) return { ...nothing, problem: 'The rule does not ask this account.' };
  const asked = searches.slice(0, SEARCHES_MOST);
  const settings = withSearches(inbox.settings, asked);
  const most = Math.floor(SAMPLED_MOST / asked.length);
  let costUsd: number | null = null;
  let isAll = true;
  const events = new Map<string, MessageEvent>();
  const ask = async (): Promise<void> => {
    const credentials = credentialsOf(workspaceId, inbox.id, inbox.sealed);
    for (const search of asked) {
      const sampled = await connector.source?.sample?.(search, most, credentials, inbox.account, settings);
      if (sampled?.costUsd !== undefined) costUsd = (costUsd ?? 0) + sampled.costUsd;
      if (sampled && sampled.entries.length >= most) isAll = false;
      for (const entry of sampled?.entries ?? []) {
        const context = { account: inbox.account, settings, receivedAt: now };
        for (const event of await connector.parse(entry, context))
          if (event.kind === 'message' && event.author.kind !== 'business') events.set(event.id, event);
      }
    }
  };
  const problem = await inTime(ask(), patienceMs).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  // What was found before the trouble is worth showing.
  const reachMs = isAll ? connector.capabilities.listening.reachMs : null;
  return { inboxId: inbox.id, events: [...events.values()], costUsd, reachMs, problem };
}

/** Why nothing can be searched there. */
export function whyDeaf({ name, capabilities }: Pick<Connector, 'name' | 'capabilities'>): string {
  const { keywords } = capabilities.hears;
  if (typeof keywords === 'string') return keywords;
  if (keywords !== true) return keywords.partly;
  return `${name} cannot be searched by listening rules.`;
}

function withSearches(settings: Json, searches: readonly Search[]): Json {
  const own = typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {};
  return { ...own, [LISTEN_SETTING]: { searches } } as unknown as Json;
}

async function inTime(work: Promise<void>, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The network did not answer within ten seconds.')), patienceMs);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
