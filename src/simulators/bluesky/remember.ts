import type { Persona, Remembered } from '../network.ts';
import type { Chat, Convo } from './chat.ts';
import { cidFor } from './ids.ts';
import { type Account, POST, type Store, type StrongRef } from './store.ts';

interface Network {
  readonly store: Store;
  readonly chat: Chat;
  readonly brand: Account;
  accountOf(persona: Persona): Account;
}

/** Posts and direct messages of an earlier run, under their old addresses. */
export function remember(network: Network, said: readonly Remembered[]): void {
  for (const one of said) {
    const author = one.persona && one.by === 'person' ? network.accountOf(one.persona) : network.brand;
    if (one.kind === 'direct') rememberDirect(network, one, author);
    else rememberPost(network, one, author);
  }
}

function rememberPost({ store }: Network, { id, thread, text, at, inReplyTo }: Remembered, author: Account): void {
  // What is answered may be gone; its address still tells where the answer hung.
  const ref = (uri: string): StrongRef => ({ uri, cid: store.post(uri)?.cid ?? cidFor(uri) });
  const reply = inReplyTo === undefined ? {} : { reply: { root: ref(thread), parent: ref(inReplyTo) } };
  const rkey = id.slice(id.lastIndexOf('/') + 1);
  store.put(author.did, POST, rkey, { $type: POST, text, createdAt: at.toISOString(), ...reply }, at);
}

function rememberDirect({ chat, brand, accountOf }: Network, said: Remembered, author: Account): void {
  if (!said.persona) return;
  const { id, thread, text, at } = said;
  const person = accountOf(said.persona);
  const convo: Convo = chat.convos.get(thread) ?? {
    id: thread,
    members: [person.did, brand.did],
    messages: [],
    rev: id,
    requestFor: new Set([brand.did]),
  };
  chat.convos.set(thread, convo);
  convo.messages.push({ id, rev: id, text, by: author.did, at, isDeleted: false, reactions: [] });
  convo.rev = id;
  convo.requestFor.delete(author.did);
}
