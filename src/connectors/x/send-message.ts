import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { field, textOf } from './accounts.ts';
import type { Api } from './api.ts';
import { DIRECT_TEXT } from './capabilities.ts';
import { uploadAll } from './media-upload.ts';
import { outcomeOf, refused, WORDS } from './outcome.ts';
import { otherOf } from './parse-message.ts';

export type Writing = Outgoing & { readonly kind: 'reply' | 'private_reply' };

/** Where a message goes: to a person, or into a group that is there already. */
export function lineOf(act: Writing, account: string): { readonly path: string; readonly to: string | null } | null {
  if (act.kind === 'private_reply') {
    const to = act.to.authorId;
    return to === null || !/^\d+$/.test(to) ? null : { path: `/2/dm_conversations/with/${to}`, to };
  }
  const to = otherOf(act.thread.id, account);
  if (to !== null) return { path: `/2/dm_conversations/with/${to}`, to };
  return /^[\d-]+$/.test(act.thread.id) ? { path: `/2/dm_conversations/${act.thread.id}`, to: null } : null;
}

export async function sendMessage(api: Api, account: string, act: Writing): Promise<SendOutcome> {
  const { text, attachments } = act.content;
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it.');
  const over = overBy(text, DIRECT_TEXT);
  if (over > 0) return refused('too_long', `The text is ${over} characters over the limit of 10,000.`);
  const line = lineOf(act, account);
  if (!line) return refused('person_unavailable', 'It is not known to whom this would go.');
  const media = await uploadAll(api, attachments, 'dm');
  if (!Array.isArray(media)) return media as SendOutcome;
  const answer = await api.post(`${line.path}/messages`, {
    ...(text.trim() === '' ? {} : { text }),
    ...(media.length === 0 ? {} : { attachments: media.map((media_id: string) => ({ media_id })) }),
  });
  if (!answer.ok) {
    const outcome = outcomeOf(answer);
    if (outcome.kind !== 'refused' || outcome.detail === WORDS.enrolled) return outcome;
    if (!['not_allowed', 'blocked', 'gone'].includes(outcome.reason)) return outcome;
    const why = 'This person takes no direct messages from the account, or has blocked it.';
    return refused('person_unavailable', `${why} (X: ${outcome.detail})`);
  }
  const data = field(answer.body, 'data');
  const id = textOf(data, 'dm_event_id');
  if (id === undefined) return { kind: 'unknown', detail: 'X took the message without naming it.' };
  return wrote(act, id, textOf(data, 'dm_conversation_id'), line.to);
}

export function wrote(
  act: Writing,
  id: string,
  conversation: string | undefined,
  to: string | null,
): SendOutcome & { kind: 'accepted' } {
  return {
    kind: 'accepted',
    id: id as ExternalMessageId,
    remote: { direct: id },
    ...(act.kind === 'private_reply' && conversation !== undefined && to !== null
      ? { thread: { channel: 'x', id: conversation as ExternalThreadId, counterpartId: to } }
      : {}),
  };
}
