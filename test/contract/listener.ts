import type { Connector, Cursor, RawEntry, SourceSession } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import type { Search } from '../../src/core/listening/search.ts';

/** A search as a rule makes it. */
export const searchFor = (anyOf: readonly string[], rest: Partial<Search> = {}): Search => ({
  anyOf,
  together: [],
  without: [],
  languages: [],
  ...rest,
});

/** Reads one stream of an account as the product does, with settings that may change. */
export function listenerOf<Credentials>(
  connector: Connector<Credentials>,
  credentials: Credentials,
  account: ExternalAccountId,
) {
  const { source } = connector;
  if (!source?.sample) throw new Error(`${connector.channel} cannot listen`);
  const { sample } = source;
  const cursors = new Map<string, Cursor>();
  let session: SourceSession | null = null;
  let settings: Json = {};

  const parsed = async (entries: readonly RawEntry[]): Promise<ChannelEvent[]> => {
    const events: ChannelEvent[] = [];
    for (const entry of entries)
      events.push(...(await connector.parse(entry, { account, settings, receivedAt: new Date() })));
    return events;
  };
  async function read(stream: string): Promise<ChannelEvent[]> {
    session ??= await source!.open(credentials, account, settings);
    const events: ChannelEvent[] = [];
    for (let more = true; more; ) {
      const pulled = await session.pull(stream, cursors.get(stream) ?? null);
      cursors.set(stream, JSON.parse(JSON.stringify(pulled.cursor)) as Cursor);
      events.push(...(await parsed(pulled.entries.map((entry) => ({ source: stream, ...entry })))));
      more = pulled.more;
    }
    return events;
  }

  return {
    /** From here on these are asked for; the session is opened anew, and the cursors stay. */
    async ask(...searches: Search[]) {
      await session?.close();
      session = null;
      settings = searches.length > 0 ? ({ listen: { searches } } as unknown as Json) : {};
    },
    streams: () => source.streams(settings).map(({ name }) => name),
    read,
    hear: () => read('listen'),
    said: async () => said(await read('listen')),
    sample: async (search: Search, most: number) => {
      const { entries } = await sample(search, most, credentials, account, settings);
      return parsed(entries);
    },
    cursor: () => cursors.get('listen'),
    close: async () => session?.close(),
  };
}
export type Listener = ReturnType<typeof listenerOf>;

export const messagesIn = (events: readonly ChannelEvent[]): MessageEvent[] =>
  events.flatMap((event) => (event.kind === 'message' ? event : []));
export const said = (events: readonly ChannelEvent[]): string[] =>
  messagesIn(events).map(({ content }) => content.text);
