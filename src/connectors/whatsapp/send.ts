import { z } from 'zod';
import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Graph } from '../meta/graph.ts';
import { refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import { asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { contentProblem } from './fit.ts';
import { bodyOf, type Uploaded } from './message-body.ts';
import { outcomeOf } from './outcome.ts';
import { recipientOf } from './recipient.ts';
import { upload } from './upload.ts';
import { windowProblem } from './window.ts';

type Reply = Outgoing & { readonly kind: 'reply' };

/** Uploads have more time than calls. */
export interface Roads {
  readonly graph: Graph;
  readonly uploads: Graph;
}

export async function sendAct(
  roads: Roads,
  act: Outgoing,
  credentials: WhatsAppCredentials,
  now: Date,
): Promise<SendOutcome> {
  if (act.kind === 'reply') return reply(roads, act, credentials, now);
  if (act.kind === 'like' || act.kind === 'unlike') return react(roads.graph, act, act.target, credentials, now);
  return refused('not_allowed', `WhatsApp has no "${act.kind.replace('_', ' ')}".`);
}

const Sent = z.object({ messages: z.tuple([z.object({ id })]).rest(z.unknown()) });

async function reply(
  { graph, uploads }: Roads,
  act: Reply,
  credentials: WhatsAppCredentials,
  now: Date,
): Promise<SendOutcome> {
  const to = recipientOf(act.thread.remote, act.thread.counterpartId ?? act.thread.id);
  if (!to) return refused('other', 'It is not known under which number this person can be reached on WhatsApp.');
  const problem = contentProblem(act.content) ?? windowProblem(act, now);
  if (problem) return problem;
  const [file] = act.content.attachments;
  let uploaded: Uploaded | null = null;
  if (file) {
    const taken = await upload(uploads, file, credentials, act.attempt);
    if ('outcome' in taken) return taken.outcome;
    uploaded = { id: taken.id, mimeType: file.mimeType, name: file.name };
  }
  const answer = await post(graph, credentials, {
    ...to,
    ...bodyOf(act.content, uploaded),
    ...quoteOf(act),
    // Every status gives our mark back, so that a message is known even when the answer to this call is lost.
    biz_opaque_callback_data: act.id,
  });
  if (answer.kind !== 'ok') return outcomeOf(answer, false, act.attempt);
  const sent = Sent.safeParse(answer.body);
  if (!sent.success) return { kind: 'unknown', detail: 'WhatsApp answered, but without the id of the message.' };
  return { kind: 'accepted', id: sent.data.messages[0].id as ExternalMessageId };
}

/** Only an answer to something that lies further back says which message it answers: else the order says enough. */
function quoteOf({ inReplyTo, lastInboundAt }: Reply): { readonly context?: { readonly message_id: string } } {
  if (!inReplyTo || !lastInboundAt || inReplyTo.sentAt >= lastInboundAt) return {};
  return { context: { message_id: inReplyTo.id } };
}

const MONTH_MS = 30 * 86_400_000;

/** A like is a reaction; a business has one for each message, so doing it again changes nothing. */
async function react(
  graph: Graph,
  { kind, attempt }: Outgoing,
  target: TargetMessage,
  credentials: WhatsAppCredentials,
  now: Date,
): Promise<SendOutcome> {
  const to = target.authorId === null ? null : recipientOf(target.remote, target.authorId);
  if (!to) return refused('not_allowed', 'Only what the person wrote can be liked here.');
  if (now.getTime() - target.sentAt.getTime() > MONTH_MS)
    return refused('not_allowed', 'WhatsApp takes no reaction to a message that is older than 30 days.');
  const reaction = { message_id: target.id, emoji: kind === 'like' ? '👍' : '' };
  const answer = await post(graph, credentials, { ...to, type: 'reaction', reaction });
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true, attempt);
}

function post(graph: Graph, credentials: WhatsAppCredentials, body: Readonly<Record<string, unknown>>) {
  return graph(
    {
      method: 'POST',
      path: `${credentials.phoneNumberId}/messages`,
      body: { messaging_product: 'whatsapp', recipient_type: 'individual', ...body },
    },
    asBusiness(credentials),
  );
}
