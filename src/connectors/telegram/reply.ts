import { z } from 'zod';
import type { Outgoing, OutgoingContent, SendOutcome } from '../../core/channel/outgoing.ts';
import type { Json } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { choicesProblem } from '../shared/choices.ts';
import { refused } from '../shared/refused.ts';
import type { Api, ApiAnswer } from './api.ts';
import { BUSINESS_WINDOW_MS, CAPTION_MAX, capabilities } from './capabilities.ts';
import { albumKinds, attach, formOf, kindOf } from './files.ts';
import { outcomeOf } from './outcome.ts';
import { messageIdOf, type Spot } from './place.ts';
import { inChat, placeOf, standingOf } from './target.ts';

type Reply = Outgoing & { readonly kind: 'reply' };
type Refused = SendOutcome & { readonly kind: 'refused' };

export async function sendReply(api: Api, token: string, act: Reply, now: Date): Promise<SendOutcome> {
  const spot = placeOf(act);
  if (!spot) return refused('gone', 'This conversation does not say in which chat of Telegram it is.');
  const problem = contentProblem(act.content) ?? windowProblem(act, spot, now);
  if (problem) return problem;
  const { answer, spot: landed } = await sendTo(api, token, act, spot);
  if (answer.kind !== 'ok') return outcomeOf(answer, false);
  return accepted(answer.result, landed, act.content.attachments.length > 0);
}

/** A group that has become a larger one has another id, and Telegram names it when it refuses the old one. */
async function sendTo(api: Api, token: string, act: Reply, spot: Spot): Promise<{ answer: ApiAnswer; spot: Spot }> {
  const answer = await sendOnce(api, token, act, spot);
  if (answer.kind !== 'refused' || answer.migratedTo === undefined) return { answer, spot };
  const moved = { chat: answer.migratedTo };
  return { answer: await sendOnce(api, token, act, moved), spot: moved };
}

async function sendOnce(api: Api, token: string, act: Reply, spot: Spot): Promise<ApiAnswer> {
  const { text, attachments, choices } = act.content;
  const [first] = attachments;
  const fields = { ...inChat(spot), ...answering(act, spot) };
  if (!first)
    return api.call(token, 'sendMessage', {
      ...fields,
      text,
      ...(choices && choices.length > 0 ? { reply_markup: keyboardOf(choices) } : {}),
    });
  if (attachments.length === 1) {
    const kind = kindOf(first);
    const markup = choices && choices.length > 0 ? keyboardOf(choices) : undefined;
    const form = formOf({ ...fields, caption: text === '' ? undefined : text, reply_markup: markup });
    await attach(form, kind, first);
    return api.call(token, `send${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, form);
  }
  const media = albumKinds(attachments).map((type, at) => ({
    type,
    media: `attach://file${at}`,
    ...(at === 0 && text !== '' ? { caption: text } : {}),
  }));
  const form = formOf({ ...fields, media });
  for (const [at, file] of attachments.entries()) await attach(form, `file${at}`, file);
  return api.call(token, 'sendMediaGroup', form);
}

/** In a group an answer must show to whom it speaks; on a private line the order says enough. */
function answering({ inReplyTo, thread }: Reply, { chat, topic }: Spot): Readonly<Record<string, unknown>> {
  if (thread.reach === 'owned_private') return {};
  const target = inReplyTo && standingOf(inReplyTo);
  const isHere = target && target.spot.chat === chat;
  // Comments below a channel's post hang on the post's copy in the group.
  const message = isHere ? target.message : topic;
  return {
    ...(message === undefined ? {} : { reply_parameters: { message_id: message, allow_sending_without_reply: true } }),
  };
}

const DATA_MAX_BYTES = 64;

/** Each choice in a row of its own. What is told back is the choice itself, or its number where it is too long. */
function keyboardOf(choices: readonly string[]) {
  const dataOf = (choice: string, at: number) =>
    new TextEncoder().encode(choice).length <= DATA_MAX_BYTES ? choice : `choice:${at + 1}`;
  return { inline_keyboard: choices.map((choice, at) => [{ text: choice, callback_data: dataOf(choice, at) }]) };
}

export function contentProblem({ text, attachments, choices = [] }: OutgoingContent): Refused | null {
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for Telegram.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const { max, maxBytes } = capabilities.attachments;
  if (attachments.length > max) return refused('bad_attachment', `Telegram takes at most ${max} files at a time.`);
  if (attachments.length > 0 && text.length > CAPTION_MAX)
    return refused('too_long', 'Beside files Telegram takes at most 1,024 characters: send the words on their own.');
  const big = attachments.find(({ sizeBytes }) => sizeBytes > maxBytes);
  if (big) return refused('bad_attachment', `"${big.name}" is bigger than 50 MB.`);
  if (choices.length === 0) return null;
  if (attachments.length > 1)
    return refused('bad_attachment', 'An album on Telegram carries no answers to tap: send one file, or none.');
  return choicesProblem(choices, capabilities, 'Telegram');
}

function windowProblem({ lastInboundAt }: Reply, { connection }: Spot, now: Date): Refused | null {
  if (connection === undefined) return null;
  if (lastInboundAt && now.getTime() - lastInboundAt.getTime() <= BUSINESS_WINDOW_MS) return null;
  return refused(
    'window_closed',
    'From a business account the bot may answer only within 24 hours of the last message. Answer in Telegram itself.',
  );
}

const Sent = z.union([
  z.object({ message_id: z.number().int().positive() }).transform((one) => [one]),
  z.array(z.object({ message_id: z.number().int().positive() })).min(1),
]);

function accepted(result: unknown, spot: Spot, hasCaption: boolean): SendOutcome {
  const [first, ...others] = Sent.safeParse(result).data ?? [];
  if (!first) return { kind: 'unknown', detail: 'Telegram took the message without naming it.' };
  const { topic, ...where } = spot;
  const all = [first, ...others].map(({ message_id: message }) => message);
  const remote = { ...where, message: first.message_id, ...(hasCaption ? { hasCaption } : {}) };
  return {
    kind: 'accepted',
    id: messageIdOf(spot, first.message_id),
    remote: (others.length > 0 ? { ...remote, messages: all } : remote) as Json,
  };
}
