import type { Lag } from '../lag.ts';
import { type Call, type Endpoint, limitOf, pageOf } from './call.ts';
import type { Chat } from './chat.ts';
import { Refusal } from './refusal.ts';
import type { Store } from './store.ts';

/** The chat service, as it is reached through the account's server with `atproto-proxy`. */
export function chatting(store: Store, chat: Chat, lag: Lag, now: () => Date): Readonly<Record<string, Endpoint>> {
  function member(call: Call): string {
    const { did, isPrivileged } = call.bearer();
    if (!call.headers['atproto-proxy']?.endsWith('#bsky_chat'))
      throw new Refusal(501, 'MethodNotImplemented', 'Method Not Implemented');
    if (!isPrivileged) throw new Refusal(400, 'InvalidToken', 'Bad token method');
    return did;
  }
  const pageBy = <Item extends { rev: string }>(call: Call, items: readonly Item[], usual: number) =>
    pageOf(
      items.toSorted((a, b) => (a.rev < b.rev ? 1 : -1)),
      ({ rev }) => rev,
      call.query.get('cursor'),
      limitOf(call, usual),
    );

  return {
    'chat.bsky.convo.getLog': (call) => {
      const did = member(call);
      const lines = chat.logOf(did);
      const cursor = call.query.get('cursor');
      // without a cursor it says only where the log ends now
      if (cursor === null) return { cursor: lines.at(-1)?.rev ?? '2222222222222', logs: [] };
      const later = lag
        .arrived(
          lines.filter(({ rev }) => rev > cursor),
          ({ at }) => at,
        )
        .slice(0, 100);
      return { cursor: later.at(-1)?.rev ?? cursor, logs: lag.disturbed(later).map(({ line }) => line) };
    },
    'chat.bsky.convo.listConvos': (call) => {
      const did = member(call);
      const status = call.query.get('status');
      const mine = [...chat.convos.values()].filter(({ members }) => members.includes(did));
      const { items, cursor } = pageBy(call, mine, 50);
      const convos = items
        .map((convo) => chat.convoView(convo, did))
        .filter((view) => status === null || view.status === status);
      return { convos, ...(cursor ? { cursor } : {}) };
    },
    'chat.bsky.convo.getConvo': (call) => {
      const did = member(call);
      return { convo: chat.convoView(chat.of(did, call.query.get('convoId')), did) };
    },
    'chat.bsky.convo.getConvoForMembers': (call) => {
      const did = member(call);
      const other = store.account(call.query.get('members') ?? '');
      if (!other) throw new Refusal(400, 'RecipientNotFound', 'Recipient not found');
      return { convo: chat.convoView(chat.between(did, other.did, now()), did) };
    },
    'chat.bsky.convo.getMessages': (call) => {
      const convo = chat.of(member(call), call.query.get('convoId'));
      const { items, cursor } = pageBy(call, convo.messages, 50);
      return { messages: items.map((message) => chat.messageView(message)), ...(cursor ? { cursor } : {}) };
    },
    'chat.bsky.convo.sendMessage': (call) => {
      const did = member(call);
      const convo = chat.of(did, call.body.convoId);
      const { text, facets } = call.body.message as { text: string; facets?: unknown };
      return chat.messageView(chat.say(convo, did, facets === undefined ? { text } : { text, facets }, now()));
    },
    'chat.bsky.convo.acceptConvo': (call) => {
      const did = member(call);
      chat.accept(chat.of(did, call.body.convoId), did, now());
      return {};
    },
    'chat.bsky.convo.updateRead': (call) => {
      const did = member(call);
      return { convo: chat.convoView(chat.of(did, call.body.convoId), did) };
    },
  };
}
