import type { Connectors } from '../../connectors/registry.ts';
import type { ChallengeAnswer, Connector, RawWebhook } from '../../core/channel/connector.ts';
import type { InboxId, Json, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { INBOXES, readSealed } from '../../storage/inboxes.ts';
import type { Seal } from '../../storage/seal.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';

interface Key {
  readonly connector: Connector;
  readonly credentials: unknown;
  readonly inboxId: InboxId;
  readonly settings: Json;
}
/** Whose signature fits. */
export interface Sender {
  /** Null where the events themselves say whose they are. */
  readonly inboxId: InboxId | null;
  /** What the network wants to hear when it was stored. */
  readonly answer: Json;
}
type Place = { readonly workspaceId: WorkspaceId; readonly family: string };

/** Whose signatures we know. Held in memory, so that acknowledging a webhook asks the database nothing. */
export interface Keyring {
  /** Null: there is no such workspace, or no channel of this family. */
  find(slug: string, family: string): Promise<Place | null>;
  /** Null: signed by nobody that we know. */
  senderOf(place: Place, request: RawWebhook): Promise<Sender | null>;
  /** The answer to the network's question whether we are there; null when nobody here knows its token. */
  answer(place: Place, query: Readonly<Record<string, string>>): Promise<ChallengeAnswer | null>;
  close(): Promise<void>;
}

/** A key that does not fit may be older than the inbox: look again, but not more often than this, in milliseconds. */
const LOOK_AGAIN_MS = 500;
/** However quiet it is: a notice that was lost with its line must not leave a removed inbox's key behind for good. */
const KEPT_MS = 60_000;

export async function openKeyring(
  { db, connectors, seal }: { readonly db: Database; readonly connectors: Connectors; readonly seal: Seal },
  warn: (words: string) => void,
): Promise<Keyring> {
  const families = new Map<string, Connector[]>();
  for (const connector of connectors.values()) {
    const family = connector.webhook?.family;
    if (family) families.set(family, [...(families.get(family) ?? []), connector]);
  }
  const rings = new Map<string, { keys: Key[]; readAt: number }>();
  let slugs = { ids: new Map<string, WorkspaceId>(), readAt: Number.NEGATIVE_INFINITY };

  const ringKey = ({ workspaceId, family }: Place) => `${workspaceId}/${family}`;
  const forget = (payload: string) => {
    for (const key of rings.keys()) if (payload === '' || key.startsWith(`${payload}/`)) rings.delete(key);
  };
  const stop = await db.listen(INBOXES, forget);

  async function read(place: Place): Promise<Key[]> {
    const makers = new Map((families.get(place.family) ?? []).map((connector) => [connector.channel, connector]));
    const readAt = performance.now();
    const keys: Key[] = [];
    for (const { id, channel, sealed, settings } of await readSealed(db.read, place.workspaceId, {
      channels: [...makers.keys()],
    })) {
      const connector = makers.get(channel);
      try {
        if (connector)
          keys.push({ connector, credentials: seal.open(place.workspaceId, id, sealed), inboxId: id, settings });
      } catch (error) {
        warn(`Inbox ${id}: ${error instanceof Error ? error.message : error}`);
      }
    }
    rings.set(ringKey(place), { keys, readAt });
    return keys;
  }

  /** The first that fits; where none does, once more with keys read anew. */
  async function withKeys<Found>(place: Place, look: (keys: Key[]) => Found | null): Promise<Found | null> {
    const kept = rings.get(ringKey(place));
    const ring = kept && performance.now() - kept.readAt < KEPT_MS ? kept : undefined;
    const found = look(ring?.keys ?? (await read(place)));
    if (found !== null || !ring || performance.now() - ring.readAt < LOOK_AGAIN_MS) return found;
    return look(await read(place));
  }

  return {
    async find(slug, family) {
      if (!families.has(family)) return null;
      if (!slugs.ids.has(slug) && performance.now() - slugs.readAt > LOOK_AGAIN_MS) {
        const all = await listWorkspaces(db.read);
        slugs = { ids: new Map(all.map((one) => [one.slug, one.id])), readAt: performance.now() };
      }
      const workspaceId = slugs.ids.get(slug);
      return workspaceId === undefined ? null : { workspaceId, family };
    },
    senderOf: (place, request) =>
      withKeys(place, (keys) => {
        const at = keys.findIndex(({ connector, credentials }) => connector.webhook?.isAuthentic(request, credentials));
        const key = keys[at];
        if (!key) return null;
        // Many inboxes of one app sign alike, and the next request is likely from the same app.
        if (at > 0) keys.unshift(...keys.splice(at, 1));
        const { webhook } = key.connector;
        return {
          inboxId: webhook?.isOneAccount ? key.inboxId : null,
          answer: webhook?.answer?.(request, key.settings) ?? null,
        };
      }),
    answer: (place, query) =>
      withKeys(place, (keys) => {
        for (const { connector, credentials } of keys) {
          const words = connector.webhook?.challenge?.(query, credentials) ?? null;
          if (words !== null) return words;
        }
        return null;
      }),
    close: stop,
  };
}
