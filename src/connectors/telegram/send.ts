import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import { overBy } from '../../core/text/measure.ts';
import { refused } from '../shared/refused.ts';
import type { Api, ApiAnswer } from './api.ts';
import { CAPTION_MAX, capabilities, LIKE } from './capabilities.ts';
import { outcomeOf } from './outcome.ts';
import { sendReply } from './reply.ts';
import { inChat, type Standing, standingOf } from './target.ts';

export async function sendAct(api: Api, token: string, act: Outgoing, now: Date): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return sendReply(api, token, act, now);
    case 'like':
    case 'unlike':
      return onStanding(act, (standing) => react(api, token, standing, act.kind === 'like'));
    case 'edit':
      return onStanding(act, (standing) => edit(api, token, standing, act));
    case 'delete':
      return onStanding(act, (standing) => remove(api, token, standing));
    default:
      return refused('not_allowed', capabilities.lacks[act.kind] ?? 'Telegram has no such act.');
  }
}

const NOT_A_MESSAGE = refused('not_allowed', 'This is no message of Telegram that could be changed.');

async function onStanding(
  { target }: { readonly target: TargetMessage },
  act: (standing: Standing) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const standing = standingOf(target);
  return standing ? act(standing) : NOT_A_MESSAGE;
}

/** A bot has one reaction for each message, so giving it again changes nothing. */
async function react(api: Api, token: string, { spot, message }: Standing, isLike: boolean): Promise<SendOutcome> {
  if (spot.connection !== undefined) return refused('not_allowed', NO_BUSINESS_REACTION);
  const reaction = isLike ? [{ type: 'emoji', emoji: LIKE }] : [];
  const answer = await api.call(token, 'setMessageReaction', { ...inChat(spot), message_id: message, reaction });
  return settled(answer);
}
export const NO_BUSINESS_REACTION = 'Telegram lets no bot react in the chats of a business account.';

async function edit(
  api: Api,
  token: string,
  { spot, message, hasCaption }: Standing,
  { content }: Outgoing & { readonly kind: 'edit' },
): Promise<SendOutcome> {
  const limit = hasCaption ? ({ max: CAPTION_MAX, unit: 'utf16' } as const) : capabilities.text;
  const over = overBy(content.text, limit);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for Telegram.`);
  if (content.text.trim() === '' && !hasCaption) return refused('other', 'There is nothing in it to send.');
  const where = { ...inChat(spot), message_id: message };
  const answer = hasCaption
    ? await api.call(token, 'editMessageCaption', { ...where, caption: content.text })
    : await api.call(token, 'editMessageText', { ...where, text: content.text });
  if (answer.kind === 'refused' && /not modified/i.test(answer.description)) return { kind: 'accepted' };
  return settled(answer);
}

/** What is gone already is as good as deleted now. Of several Telegram skips those that it cannot delete, and says nothing. */
async function remove(api: Api, token: string, { spot, message, messages }: Standing): Promise<SendOutcome> {
  const answer =
    spot.connection === undefined
      ? messages.length === 1
        ? await api.call(token, 'deleteMessage', { ...inChat(spot), message_id: message })
        : await api.call(token, 'deleteMessages', { ...inChat(spot), message_ids: messages })
      : await api.call(token, 'deleteBusinessMessages', {
          business_connection_id: spot.connection,
          message_ids: messages,
        });
  if (answer.kind === 'refused' && /message to delete not found/i.test(answer.description)) return { kind: 'accepted' };
  return settled(answer);
}

const settled = (answer: ApiAnswer): SendOutcome =>
  answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
