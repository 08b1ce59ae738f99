import { createConnectors } from '../../connectors/registry.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { Search } from '../../core/listening/search.ts';

type Answer = () => Promise<{ readonly entries: readonly string[]; readonly costUsd?: number }>;
const nothing: Answer = async () => ({ entries: [] });

/** All networks, with an X whose searches find what a test says, and remember what they were asked for. */
export function createSearched() {
  let answer = nothing;
  let asked: Search[] = [];
  const real = createConnectors();
  const x = real.get('x') as Connector;
  const searched: Connector = {
    ...x,
    source: {
      streams: () => [],
      open: () => Promise.reject(new Error('nobody reads here')),
      async sample(search) {
        asked.push(search);
        const { entries, costUsd } = await answer();
        const raw = entries.map((text) => ({ source: 'listen', headers: {}, body: Buffer.from(text) }));
        return costUsd === undefined ? { entries: raw } : { entries: raw, costUsd };
      },
    },
    parse: ({ body }, { account }) => [found(Buffer.from(body).toString(), String(account))],
  };
  return {
    connectors: new Map([...real, ['x', searched]]) as never,
    asked: () => asked,
    answers(next: Answer) {
      answer = next;
    },
    reset() {
      answer = nothing;
      asked = [];
    },
  };
}

const found = (text: string, account: string): MessageEvent => ({
  kind: 'message',
  account: account as never,
  id: `found ${text}` as never,
  thread: { id: 't' as never, kind: 'post', reach: 'earned' },
  author: {
    kind: 'contact',
    person: { id: 'p' as never, scope: '', name: 'Someone', handle: 'someone', followers: 12 },
  },
  content: { text, attachments: [] } as never,
  sentAt: new Date(Date.now() - 3_600_000),
  permalink: `https://x.example/${encodeURIComponent(text)}`,
  isOverheard: true,
});
