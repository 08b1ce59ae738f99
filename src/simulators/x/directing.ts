import { bad, only, textOf } from './body.ts';
import type { Call, Endpoint } from './call.ts';
import { forbidden, noSuchPath } from './refusal.ts';
import { type Account, type DirectMessage, lineOf, type Store } from './store.ts';
import type { Uploads } from './uploads.ts';

export interface DirectingParts {
  readonly store: Store;
  readonly uploads: Uploads;
  readonly brand: Account;
  readonly now: () => Date;
}

/** Writing and taking back of direct messages. */
export function directing({ store, uploads, brand, now }: DirectingParts): readonly Endpoint[] {
  function message(call: Call, conversationId: string, to: string | null) {
    const text = textOf(call);
    const attachments = call.body.attachments === undefined ? [] : call.body.attachments;
    if (!Array.isArray(attachments) || attachments.length > 1)
      throw bad('attachments', attachments, '$.attachments: must have at most 1 items');
    if (text === '' && attachments.length === 0) throw bad('text', text, '$.text: is missing but it is required');
    if (text.length > 10_000) throw bad('text', '', '$.text: is too long');
    if (to !== null && store.accounts.get(to)?.takesMessages !== true)
      throw forbidden('You cannot send messages to this user.');
    const ids = attachments.map((one, at) => only(`attachments[${at}]`, one, ['media_id']).media_id);
    const at = now();
    const made: DirectMessage = store.write({
      id: store.nextId(at),
      conversationId,
      senderId: brand.id,
      text,
      at,
      media: uploads.take(ids, 'dm'),
    });
    return { data: { dm_conversation_id: made.conversationId, dm_event_id: made.id } };
  }

  return [
    {
      method: 'POST',
      path: /^\/2\/dm_conversations\/with\/(\d+)\/messages$/,
      limit: 15,
      takes: ['text', 'attachments'],
      status: 201,
      answer: (call) => message(call, lineOf(brand.id, call.ids[0] ?? ''), call.ids[0] ?? ''),
    },
    {
      method: 'POST',
      path: /^\/2\/dm_conversations\/([\d-]+)\/messages$/,
      limit: 15,
      takes: ['text', 'attachments'],
      status: 201,
      answer: (call) => message(call, call.ids[0] ?? '', null),
    },
    {
      method: 'DELETE',
      path: /^\/2\/dm_events\/(\d+)$/,
      limit: 300,
      takes: [],
      answer(call) {
        const found = store.messages.get(call.ids[0] ?? '');
        if (!found) throw noSuchPath();
        if (found.senderId !== brand.id) throw forbidden();
        return { data: { deleted: store.messages.delete(found.id) } };
      },
    },
  ];
}
