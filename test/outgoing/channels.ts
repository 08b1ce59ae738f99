import type { Capabilities } from '../../src/core/channel/capabilities.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { Finding, Outgoing, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';

const DAY_MS = 86_400_000;
const common = {
  attachments: { max: 2, maxBytes: 1_000, types: ['image/*'] },
  lacks: {},
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: true,
    keywords: true,
    reactions: true,
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  receives: [],
  tells: { delivered: false, read: false },
  rate: { count: 1_000, perMs: 1 },
} as const;

/** A public place: comments, one private reply each, everything else that can be done to a message. */
export const SQUARE: Capabilities = {
  ...common,
  text: { max: 200, unit: 'graphemes' },
  privateReply: { withinMs: 7 * DAY_MS, channel: 'line', source: 'made up' },
  acts: {
    reply: { on: 'theirs' },
    private_reply: { on: 'theirs', text: { max: 50, unit: 'utf16' } },
    publish: { on: 'inbox' },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
    like: { on: 'both' },
    unlike: { on: 'both' },
    repost: { on: 'both' },
    unrepost: { on: 'both' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
  },
};
/** A private line with a window. */
export const LINE: Capabilities = {
  ...common,
  text: { max: 200, unit: 'utf16' },
  window: { openMs: DAY_MS, humanMs: 7 * DAY_MS, source: 'made up' },
  choices: { max: 2, maxLength: 10 },
  acts: { reply: { on: 'theirs' } },
};

/** What the network does with an act: carries it out or not, and what it answers. */
type Planned = SendOutcome | 'accept' | 'accept_then_500' | 'lose';
export type Plan = (act: Outgoing) => Planned | Promise<Planned>;

export type FakeNetwork = ReturnType<typeof createFakeNetwork>;

/** A network that keeps its own record of what it carried out, as the judge over what was sent. */
export function createFakeNetwork() {
  const done: { readonly name: string; readonly act: Outgoing }[] = [];
  let plan: Plan = () => 'accept';
  let finding: ((act: Outgoing) => Finding | null) | null = null;

  const carryOut = (act: Outgoing): ExternalMessageId => {
    const name = `n-${act.id}-${done.filter(({ act: { id } }) => id === act.id).length}` as ExternalMessageId;
    done.push({ name, act });
    return name;
  };
  const send = async (act: Outgoing): Promise<SendOutcome> => {
    const planned = await plan(act);
    if (planned === 'lose') return { kind: 'unknown', detail: 'No answer came.' };
    if (planned === 'accept_then_500') {
      carryOut(act);
      return { kind: 'unknown', detail: 'The network answered 500.' };
    }
    if (planned !== 'accept') return planned;
    const id = carryOut(act);
    if (act.kind !== 'private_reply') return { kind: 'accepted', id, remote: { uri: id } };
    const person = act.to.authorId ?? '';
    return {
      kind: 'accepted',
      id,
      thread: { channel: 'line', id: `line-${person}` as never, counterpartId: `line-${person}` },
    };
  };
  const find = async (act: Outgoing): Promise<Finding> => {
    const scripted = finding?.(act);
    if (scripted) return scripted;
    const one = done.find((entry) => entry.act.id === act.id);
    return one ? { kind: 'accepted', id: one.name as ExternalMessageId } : { kind: 'absent' };
  };
  return {
    done,
    plan: (next: Plan) => {
      plan = next;
    },
    find: (next: (act: Outgoing) => Finding | null) => {
      finding = next;
    },
    connectors: (options: { readonly canFind?: boolean } = {}): ReadonlyMap<string, Connector> =>
      new Map([
        ['square', fakeConnector('square', 'Square', SQUARE, send, options.canFind === false ? undefined : find)],
        ['line', fakeConnector('line', 'Line', LINE, send, options.canFind === false ? undefined : find)],
      ]),
  };
}

export function fakeConnector(
  channel: string,
  name: string,
  capabilities: Capabilities,
  send: (act: Outgoing) => Promise<SendOutcome>,
  find: ((act: Outgoing) => Promise<Finding>) | undefined,
): Connector {
  return {
    channel,
    name,
    mark: name.slice(0, 1),
    capabilities,
    proof: { kind: 'sheet', by: 'made up' },
    credentials: { fields: [], parse: (value) => ({ ok: true, value }) },
    check: async () => ({ ok: false, problem: 'made up', todo: '' }),
    parse: () => [],
    send,
    ...(find ? { find } : {}),
  };
}
