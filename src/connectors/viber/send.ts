import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { choicesProblem } from '../shared/choices.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import { id, lenient } from '../shared/shapes.ts';
import type { Viber } from './call.ts';
import { capabilities } from './capabilities.ts';
import type { ViberCredentials } from './credentials.ts';
import { formFile } from './files.ts';
import { keyboardOf } from './keyboard.ts';
import { outcomeOf } from './outcome.ts';

type Reply = Outgoing & { readonly kind: 'reply' };

const Sent = z.object({ message_token: id, billing_status: lenient(z.number()) });

export async function sendAct(
  viber: Viber,
  act: Outgoing,
  { authToken, senderName }: ViberCredentials,
  now: Date,
): Promise<SendOutcome> {
  if (act.kind !== 'reply') return refused('not_allowed', capabilities.lacks[act.kind] ?? 'Viber has no such act.');
  const message = await formMessage(act);
  if ('kind' in message) return message;
  const answer = await viber('send_message', authToken, {
    receiver: act.thread.counterpartId ?? act.thread.id,
    min_api_version: 1,
    sender: { name: senderName },
    // Comes back with the person's next message: the only mark of ours that Viber keeps.
    tracking_data: act.id,
    ...message.body,
  });
  if (answer.kind !== 'ok') return outcomeOf(answer, act.attempt, now);
  const sent = Sent.safeParse(answer.body);
  if (!sent.success) return { kind: 'unknown', detail: 'Viber took the message, but gave it no token.' };
  const { message_token: token, billing_status: billing } = sent.data;
  return {
    kind: 'accepted',
    id: token as ExternalMessageId,
    ...(billing === undefined ? {} : { remote: { billing } }),
  };
}

async function formMessage({
  content: { text, attachments, choices = [] },
}: Reply): Promise<Refusal | { readonly body: Readonly<Record<string, unknown>> }> {
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for Viber.`);
  const keyboard = choices.length > 0 ? { keyboard: keyboardOf(choices) } : {};
  const problem = choicesProblem(choices, capabilities, 'Viber');
  if (problem) return problem;
  const [file, second] = attachments;
  if (!file) {
    if (text.trim() === '') return refused('other', 'There is nothing in it to send.');
    return { body: { type: 'text', text, ...keyboard } };
  }
  if (second) return refused('bad_attachment', 'Viber takes one file at a time.');
  if (text.trim() !== '')
    return refused('bad_attachment', 'Viber takes words or a file, not both: send the file on its own.');
  const formed = await formFile(file);
  return 'problem' in formed ? refused('bad_attachment', formed.problem) : { body: { ...formed.body, ...keyboard } };
}
