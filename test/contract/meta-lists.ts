import type { Connector, Cursor, Pulled } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import { credentials, type Meta, PAGE_ID } from './meta-world.ts';

const account = PAGE_ID as ExternalAccountId;
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
export const isMessage = (event: ChannelEvent): event is MessageEvent => event.kind === 'message';
export const messages = (heard: readonly ChannelEvent[]) => heard.filter(isMessage);
export const texts = (heard: readonly ChannelEvent[]) => messages(heard).map(({ content }) => content.text);
/** Where each stands, and under which name. */
export const placesOf = (heard: readonly ChannelEvent[]) =>
  messages(heard)
    .map(({ id, thread, parent, author }) => `${id} in ${thread.id} ${thread.reach} under ${parent} by ${author.kind}`)
    .sort();

export type Lists = Awaited<ReturnType<typeof openLists>>;

/** The lists of the Page as the product reads them: the cursor is JSON, and kept from pull to pull. */
export async function openLists(meta: Meta, streams: readonly string[], settings: Json = {}) {
  const { source } = meta.connector as Connector<unknown>;
  if (!source) throw new Error('no source');
  const session = await source.open(credentials, account, settings);
  const cursors = new Map<string, Cursor>();
  const gaps: NonNullable<Pulled['gap']>[] = [];
  let pulls = 0;
  const parse = async (stream: string, entry: Pulled['entries'][number]) =>
    meta.connector.parse({ source: stream, ...entry }, { account, settings, receivedAt: meta.clock.now() });
  async function read(): Promise<ChannelEvent[]> {
    const heard: ChannelEvent[] = [];
    for (const stream of streams)
      for (let more = true; more; pulls += 1) {
        const pulled = await session.pull(stream, cursors.get(stream) ?? null);
        cursors.set(stream, JSON.parse(JSON.stringify(pulled.cursor)));
        if (pulled.gap) gaps.push(pulled.gap);
        for (const entry of pulled.entries) heard.push(...(await parse(stream, entry)));
        more = pulled.more;
      }
    return heard;
  }
  async function told(): Promise<ChannelEvent[]> {
    const arrived = await meta.arrived();
    return (await Promise.all(arrived.map(({ entry, context }) => meta.connector.parse(entry, context)))).flat();
  }
  return { session, read, told, gaps, cursors, pulls: () => pulls };
}
