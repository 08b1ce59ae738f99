import { z } from 'zod';
import type { Outgoing, OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, Json } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { choicesProblem } from '../shared/choices.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import { allows } from './allows.ts';
import type { Line, LineAnswer, LineCall } from './call.ts';
import { capabilities } from './capabilities.ts';
import type { LineCredentials } from './credentials.ts';
import { inDoubt, isKeyForgotten, outcomeOf } from './outcome.ts';

type Reply = Outgoing & { readonly kind: 'reply' };
type Part = Readonly<Record<string, unknown>>;

const Sent = z.object({ sentMessages: z.array(z.object({ id })).min(1) });
const ACCEPTED_BEFORE = 409;

/**
 * Every answer is a push: a reply token is good for about a minute and takes no key, so its outcome would stay unknown.
 * The key is the act's own id, so that LINE carries it out once however often it is asked.
 */
export async function sendAct(
  line: Line,
  act: Outgoing,
  credentials: LineCredentials,
  now: Date,
): Promise<SendOutcome> {
  if (act.kind !== 'reply') return refused('not_allowed', capabilities.lacks[act.kind] ?? 'LINE has no such act.');
  const messages = await formMessages(act);
  if ('kind' in messages) return messages;
  const ageMs = now.getTime() - act.createdAt.getTime();
  if (act.attempt > 1 && isKeyForgotten(ageMs))
    return { kind: 'unknown', detail: 'It was first tried a day ago. LINE no longer knows whether it was sent then.' };
  const call: LineCall = {
    method: 'POST',
    path: '/v2/bot/message/push',
    body: { to: act.thread.id, messages: messages.parts },
    retryKey: act.id,
  };
  const first = read(await line.call(call, credentials), ageMs);
  if (!first.isDoubtful) return first.outcome;
  // Asked once more at once: whether it got there is then known, and it is not said twice.
  const second = read(await line.call(call, credentials), ageMs);
  return second.isDoubtful ? second.outcome : inDoubt(second.outcome, ageMs);
}

interface Read {
  readonly outcome: SendOutcome;
  /** It may have got there, and the answer was lost. */
  readonly isDoubtful: boolean;
}

function read(answer: LineAnswer, ageMs: number): Read {
  return { outcome: outcomeIn(answer, ageMs), isDoubtful: answer.kind === 'lost' && answer.isSent };
}

function outcomeIn(answer: LineAnswer, ageMs: number): SendOutcome {
  const isAcceptedBefore = answer.kind === 'error' && answer.status === ACCEPTED_BEFORE;
  if (answer.kind !== 'ok' && !isAcceptedBefore) return outcomeOf(answer, ageMs);
  const sent = Sent.safeParse(answer.body).data?.sentMessages ?? [];
  const [first] = sent;
  if (!first) return { kind: 'accepted' };
  const remote: Json = { ids: sent.map((one) => one.id) };
  return { kind: 'accepted', id: first.id as ExternalMessageId, ...(sent.length > 1 ? { remote } : {}) };
}

async function formMessages(act: Reply): Promise<Refusal | { readonly parts: readonly Part[] }> {
  const { text, attachments, choices = [] } = act.content;
  const { inReplyTo } = act;
  const allowance = allows({ kind: 'reply', target: inReplyTo, thread: act.thread, settings: null });
  if (!allowance.isAllowed) return refused('owned_by_other_app', allowance.why);
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for LINE.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const problem = choicesProblem(choices, capabilities, 'LINE');
  if (problem) return problem;
  if (attachments.length > capabilities.attachments.max)
    return refused('bad_attachment', `LINE takes ${capabilities.attachments.max} pictures at a time.`);
  const parts: Part[] = text.trim() === '' ? [] : [{ type: 'text', text, ...quoteOf(act) }];
  for (const file of attachments) {
    const formed = await formPicture(file);
    if ('problem' in formed) return refused('bad_attachment', formed.problem);
    parts.push(formed.part);
  }
  const last = parts.length - 1;
  return {
    parts: parts.map((part, at) => (at === last && choices.length > 0 ? { ...part, ...quickReply(choices) } : part)),
  };
}

async function formPicture({
  name,
  mimeType,
  sizeBytes,
  address,
}: OutgoingAttachment): Promise<{ readonly part: Part } | { readonly problem: string }> {
  const { types, maxBytes } = capabilities.attachments;
  if (!types.includes(mimeType))
    return { problem: `LINE takes pictures (JPEG or PNG) from an account, and "${name}" is none.` };
  if (sizeBytes > maxBytes) return { problem: `"${name}" is bigger than 1 MB, the most that LINE shows as a picture.` };
  if (!address) return { problem: 'LINE fetches pictures itself, and this desk has no address that it could reach.' };
  const url = await address();
  if (!url.startsWith('https://'))
    return { problem: 'LINE fetches pictures over HTTPS only, and this desk is not reachable that way.' };
  return { part: { type: 'image', originalContentUrl: url, previewImageUrl: url } };
}

/** Where several talk, an answer shows what it answers; one to one the order says enough. */
function quoteOf({ thread, inReplyTo }: Reply): { readonly quoteToken?: string } {
  const isOfMany = typeof thread.remote === 'object' && thread.remote !== null && 'isOfMany' in thread.remote;
  const remote = inReplyTo?.remote ?? null;
  const token = typeof remote === 'object' && remote !== null && 'quoteToken' in remote ? remote.quoteToken : undefined;
  return isOfMany && typeof token === 'string' ? { quoteToken: token } : {};
}

const quickReply = (choices: readonly string[]) => ({
  quickReply: {
    items: choices.map((label) => ({ type: 'action', action: { type: 'message', label, text: label } })),
  },
});
