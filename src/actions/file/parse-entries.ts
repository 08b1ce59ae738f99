import type { Connector } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { withSomething } from '../../core/filing/wordless.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import type { FilingInbox } from '../../storage/filing/inboxes.ts';
import type { StoredEntry } from '../../storage/ledger.ts';
import type { Overheard } from './hear-entry.ts';

export type Connectors = ReadonlyMap<string, Connector<unknown>>;

/** An event with the inbox it belongs to, and where in its entry it stood. */
export interface Placed<Event extends ChannelEvent = ChannelEvent> {
  readonly event: Event;
  readonly inbox: FilingInbox;
  readonly entry: StoredEntry;
  readonly position: number;
  /** Found by comparing with the network's own list, not told by it. */
  readonly isReconciled?: boolean;
  /** Absent: not said by a customer, or without words. */
  readonly understood?: Understood;
  /** The word of a known problem that it is about. */
  readonly problem?: string;
  /** Absent: it was said to us. */
  readonly overheard?: Overheard;
  /** Another account of ours said it, and has an inbox of its own. */
  readonly saidBy?: FilingInbox;
}
export interface ParsedEntry {
  readonly entry: StoredEntry;
  readonly placed: readonly Placed[];
  /** Understood, and not to be filed; by position. */
  readonly ignored: readonly { readonly position: number; readonly kind: string; readonly why: string }[];
  /** The parser broke: our bug, and the entry is set aside for the day it is mended. */
  readonly error: string | null;
}

/** Hands the entry to the connectors of its family and finds the inbox of each event. Never throws. */
export async function parseEntry(
  entry: StoredEntry,
  connectors: Connectors,
  inboxes: readonly FilingInbox[],
): Promise<ParsedEntry> {
  const placed: Placed[] = [];
  const ignored: ParsedEntry['ignored'][number][] = [];
  const own = entry.inboxId ? inboxes.find((inbox) => inbox.id === entry.inboxId) : undefined;
  try {
    if (entry.inboxId && !own)
      return {
        entry,
        placed,
        ignored: [{ position: 0, kind: 'entry', why: 'The inbox it was read for is not connected any more.' }],
        error: null,
      };
    const isReconciled = own !== undefined && isReconciling(connectors.get(own.channel), entry, own);
    let position = 0;
    for (const connector of familyOf(connectors, entry.family, own)) {
      const events = await connector.parse(
        { source: entry.source, headers: entry.headers, body: entry.body },
        { account: own?.account ?? null, settings: own?.settings ?? {}, receivedAt: entry.receivedAt },
      );
      for (const event of events) {
        if (event.kind === 'ignored') ignored.push({ position, kind: 'ignored', why: event.why });
        else {
          const inbox =
            own ?? inboxes.find((one) => one.channel === connector.channel && one.account === event.account);
          if (inbox)
            placed.push({
              ...byWhom(withSomething(event), inbox, inboxes),
              inbox,
              entry,
              position,
              ...(isReconciled ? { isReconciled } : {}),
            });
          else
            ignored.push({
              position,
              kind: event.kind,
              why: `No ${connector.name} inbox is connected for account ${event.account}.`,
            });
        }
        position += 1;
      }
    }
    return { entry, placed, ignored, error: null };
  } catch (error) {
    return { entry, placed: [], ignored: [], error: error instanceof Error ? error.message : String(error) };
  }
}

/** What one account of ours says to another is ours: it opens nothing and waits for nobody. */
function byWhom(
  event: ChannelEvent,
  inbox: FilingInbox,
  inboxes: readonly FilingInbox[],
): Pick<Placed, 'event' | 'saidBy'> {
  if (event.kind !== 'message' || event.author.kind !== 'contact') return { event };
  const author: string = event.author.person.id;
  if (event.thread.reach === 'owned_private') return { event };
  const saidBy = inboxes.find(
    (one) => one.channel === inbox.channel && one.id !== inbox.id && (one.account as string) === author,
  );
  return saidBy ? { event: { ...event, author: { kind: 'business' } }, saidBy } : { event };
}

function isReconciling(connector: Connector | undefined, { source }: StoredEntry, inbox: FilingInbox): boolean {
  const known = reconciling.get(inbox);
  if (known) return known.has(source);
  const streams = connector?.source?.streams(inbox.settings) ?? [];
  const names = new Set(streams.flatMap((one) => (one.isReconciling === true ? [one.name] : [])));
  reconciling.set(inbox, names);
  return names.has(source);
}
/** By inbox as it was read for a batch: settings are read by a schema, too dear for each entry of it. */
const reconciling = new WeakMap<FilingInbox, ReadonlySet<string>>();

function familyOf(connectors: Connectors, family: string, own: FilingInbox | undefined): readonly Connector<unknown>[] {
  if (own) return [connectors.get(own.channel)].filter((connector) => connector !== undefined);
  return [...connectors.values()].filter(
    (connector) => connector.webhook?.family === family || connector.channel === family,
  );
}
