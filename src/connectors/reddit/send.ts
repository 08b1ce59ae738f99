import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { MESSAGE } from './allows.ts';
import type { Reddit } from './api.ts';
import { COMMENT_MAX, capabilities } from './capabilities.ts';
import type { RedditCredentials } from './credentials.ts';
import { outcomeOf, refused } from './outcome.ts';
import { remoteOf } from './place.ts';
import { Comment } from './shapes.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };
export interface Sending {
  readonly reddit: Reddit;
  readonly credentials: RedditCredentials;
  readonly account: ExternalAccountId;
}

export async function sendAct(sending: Sending, act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return sendReply(sending, act);
    case 'edit':
      return sendEdit(sending, act);
    case 'delete':
      if (act.target.authorId !== null)
        return refused('not_allowed', 'Only what the account itself wrote can be deleted.');
      return repeatable(sending, '/api/del', { id: act.target.id });
    case 'hide':
      return repeatable(sending, '/api/remove', { id: act.target.id, spam: 'false' });
    case 'unhide':
      return repeatable(sending, '/api/approve', { id: act.target.id });
    default:
      return refused('not_allowed', capabilities.lacks[act.kind] ?? 'Reddit has no such act.');
  }
}

/** What an answer hangs on: a comment, a post, or what is left of private messages. */
export const thingOf = (act: Of<'reply'>): string => act.inReplyTo?.id ?? act.thread.id;

const Made = z.object({
  json: z.object({
    data: z.object({ things: z.array(z.object({ data: z.looseObject({ name: z.string() }) })).min(1) }),
  }),
});

async function sendReply({ reddit }: Sending, act: Of<'reply'>): Promise<SendOutcome> {
  const wrong = wrongWith(act.content);
  if (wrong) return wrong;
  if (thingOf(act).startsWith('t4_')) return refused('not_allowed', MESSAGE);
  const form = { thing_id: thingOf(act), text: act.content.text, return_rtjson: 'false' };
  const answer = await reddit({ method: 'POST', path: '/api/comment', form });
  if (answer.kind === 'failed') return outcomeOf(answer);
  const made = Made.safeParse(answer.body).data?.json.data.things[0]?.data;
  if (!made) return { kind: 'unknown', detail: 'Reddit took it and did not say under which name.' };
  const comment = Comment.safeParse(made).data;
  return {
    kind: 'accepted',
    id: made.name as ExternalMessageId,
    remote: comment ? remoteOf(comment) : {},
  };
}

async function sendEdit({ reddit }: Sending, { target, content }: Of<'edit'>): Promise<SendOutcome> {
  const wrong = wrongWith(content);
  if (wrong) return wrong;
  if (target.authorId !== null) return refused('not_allowed', 'Only what the account itself wrote can be edited.');
  const form = { thing_id: target.id, text: content.text };
  const answer = await reddit({ method: 'POST', path: '/api/editusertext', form });
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
}

async function repeatable({ reddit }: Sending, path: string, form: Readonly<Record<string, string>>) {
  const answer = await reddit({ method: 'POST', path, form });
  return answer.kind === 'ok' ? ({ kind: 'accepted' } as const) : outcomeOf(answer, true);
}

function wrongWith({ text, attachments }: Of<'reply'>['content']): SendOutcome | null {
  if (attachments.length > 0) return refused('bad_attachment', 'Comments on Reddit carry no files from outside.');
  if (text.trim() === '') return refused('other', 'An answer needs words.');
  if (text.length > COMMENT_MAX)
    return refused('too_long', `A comment on Reddit has at most ${COMMENT_MAX.toLocaleString('en')} characters.`);
  return null;
}
