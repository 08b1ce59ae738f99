import type { Persona, Remembered } from '../network.ts';
import { type Account, lineOf, type Store } from './store.ts';

interface Network {
  readonly store: Store;
  readonly brand: Account;
  accountOf(persona: Persona): Account;
}

/** Posts and direct messages of an earlier run, under their old numbers. */
export function remember({ store, brand, accountOf }: Network, said: readonly Remembered[]): void {
  for (const { id, thread, kind, by, persona, text, at, inReplyTo } of said) {
    const author = persona && by === 'person' ? accountOf(persona) : brand;
    if (kind === 'direct') {
      const other = persona && accountOf(persona);
      const conversationId = /^\d+-\d+$/.test(thread) || !other ? thread : lineOf(other.id, brand.id);
      store.messages.set(id, { id, conversationId, senderId: author.id, text, at, media: [] });
      continue;
    }
    const repliedTo = inReplyTo ?? (thread === id ? undefined : thread);
    const names = by === 'person' && !text.includes(`@${brand.username}`) ? `@${brand.username} ` : '';
    store.posts.set(id, {
      id,
      authorId: author.id,
      text: `${names}${text}`,
      at,
      conversationId: thread,
      ...(repliedTo === undefined ? {} : { repliedTo }),
      media: [],
      history: [id],
      likes: new Set(),
      isHidden: false,
    });
  }
}
