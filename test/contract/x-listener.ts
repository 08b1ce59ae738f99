import type { RawEntry } from '../../src/core/channel/connector.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Search } from '../../src/core/listening/search.ts';
import { openX, type XLab } from './x-world.ts';

export const search = (change: Partial<Search> = {}): Search => ({
  anyOf: ['kettle co', '#kettleco'],
  together: [],
  without: [],
  languages: [],
  ...change,
});
export const settingsFor = (...searches: Search[]) => ({ listen: { searches } }) as never;

/** An account that is connected, listens to these, and was read once. */
export async function openListening(
  searches: Search[] = [search()],
  options: Parameters<typeof openX>[0] = {},
): Promise<XLab> {
  const lab = await openX({ isLimited: false, form: { keywords: '' }, settings: settingsFor(...searches), ...options });
  await lab.arrived();
  lab.calls.length = 0;
  return lab;
}

export async function readMessages(
  lab: XLab,
  source: string,
  entries: readonly Omit<RawEntry, 'source'>[],
): Promise<MessageEvent[]> {
  const context = { account: lab.account, settings: {}, receivedAt: new Date(lab.clock.at) };
  const events = [];
  for (const entry of entries) events.push(...(await lab.connector.parse({ source, ...entry }, context)));
  return events.filter((event): event is MessageEvent => event.kind === 'message');
}
/** What the stream brings, until there is no more. */
export const listenTo = async (lab: XLab, stream = 'listen') =>
  readMessages(
    lab,
    stream,
    (await lab.drain(stream)).flatMap(({ entries }) => entries),
  );
export const textsOf = (messages: readonly MessageEvent[]) => messages.map(({ content }) => content.text);
