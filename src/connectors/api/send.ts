import type { Outgoing, OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { capabilities } from './capabilities.ts';
import type { ApiCredentials } from './credentials.ts';
import type { Line } from './line.ts';
import { outcomeOf } from './outcome.ts';

type Reply = Outgoing & { readonly kind: 'reply' };
type Refusal = SendOutcome & { readonly kind: 'refused' };
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ kind: 'refused', reason, detail });

export const ONLY_HEARS = 'This inbox only hears: it has no address for answers. An admin can enter one.';

export async function sendAct(
  line: Line,
  act: Outgoing,
  credentials: ApiCredentials,
  account: ExternalAccountId,
  now: Date,
): Promise<SendOutcome> {
  if (act.kind !== 'reply')
    return refused('not_allowed', capabilities.lacks[act.kind] ?? 'A source of your own does not take this.');
  if (!credentials.url) return refused('not_allowed', ONLY_HEARS);
  const problem = contentProblem(act);
  if (problem) return problem;
  const answer = await line({ id: act.id, body: await bodyOf(act, account) }, credentials);
  return answer.kind === 'forbidden' ? refused('other', answer.detail) : outcomeOf(answer, act.id, now);
}

function contentProblem({ content: { text, attachments } }: Reply): Refusal | null {
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const { max, maxBytes } = capabilities.attachments;
  if (attachments.length > max) return refused('bad_attachment', `At most ${max} files go out at a time.`);
  const big = attachments.find(({ sizeBytes }) => sizeBytes > maxBytes);
  return big ? refused('bad_attachment', `"${big.name}" is bigger than 5 MB.`) : null;
}

async function bodyOf(act: Reply, account: ExternalAccountId): Promise<Readonly<Record<string, unknown>>> {
  return {
    type: 'reply',
    id: act.id,
    source: account,
    thread: { id: act.thread.id },
    person: { id: act.thread.counterpartId ?? act.inReplyTo?.authorId ?? null },
    in_reply_to: act.inReplyTo?.id ?? null,
    text: act.content.text,
    attachments: await Promise.all(act.content.attachments.map(fileOf)),
    created_at: act.createdAt.toISOString(),
  };
}

async function fileOf({ name, mimeType, sizeBytes, alt, read }: OutgoingAttachment) {
  return {
    name,
    mime_type: mimeType,
    size_bytes: sizeBytes,
    ...(alt ? { alt } : {}),
    data_base64: Buffer.from(await read()).toString('base64'),
  };
}
