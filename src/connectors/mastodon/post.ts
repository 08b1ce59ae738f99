import { z } from 'zod';
import type { Outgoing, OutgoingContent, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, Json } from '../../core/ids.ts';
import { refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import type { Api, ApiAnswer } from './api.ts';
import type { Limits } from './instance.ts';
import { filesProblem, uploadAll } from './media.ts';
import { outcomeOf } from './outcome.ts';
import { directThreadId } from './read-status.ts';
import { lengthOf, namesIn, withNames } from './words.ts';

export type Writing = Outgoing & { readonly kind: 'reply' | 'private_reply' | 'publish' | 'quote' };
export interface Sending {
  readonly api: Api;
  readonly limits: Limits;
  readonly pause: (ms: number) => Promise<void>;
}

const Remote = z.object({
  id: z.string().min(1),
  /** Other servers have kinds of their own ("local"): the narrowest is never too wide. */
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).catch('direct'),
  names: z.array(z.string()),
  warning: z.string().optional(),
});

/** What is posted, before its files: who is named, who may read it, what it hangs on. */
export interface Draft {
  readonly text: string;
  readonly answers?: string;
  readonly quotes?: string;
  readonly visibility: string;
  readonly warning: string;
}

/** An answer is never read by more people than what it answers. */
export function draftOf(act: Writing): Draft | (SendOutcome & { readonly kind: 'refused' }) {
  if (act.kind === 'publish') {
    const { link, content } = act;
    const text = link && !content.text.includes(link) ? `${content.text}\n\n${link}`.trim() : content.text;
    return { text, visibility: 'public', warning: '' };
  }
  if (act.kind === 'quote') {
    const { visibility } = Remote.safeParse(act.target.remote).data ?? { visibility: 'public' };
    if (visibility === 'direct' || visibility === 'private')
      return refused('not_allowed', 'What was not written for everybody cannot be quoted.');
    return { text: act.content.text, quotes: act.target.id, visibility: 'public', warning: '' };
  }
  const known = act.kind === 'reply' ? knownOf(act) : Remote.safeParse(act.to.remote).data;
  if (!known) return refused('gone', 'This conversation does not say which post it is about.');
  const { names, warning = '' } = known;
  const isPrivate = act.kind === 'private_reply' || known.visibility === 'direct';
  return {
    // In private every name is a reader: a private answer to a public post names its author alone.
    text: withNames(act.content.text, act.kind === 'private_reply' ? names.slice(0, 1) : names),
    answers: known.id,
    visibility: isPrivate ? 'direct' : known.visibility,
    warning,
  };
}

const knownOf = ({ inReplyTo, thread }: Outgoing & { readonly kind: 'reply' }) =>
  Remote.safeParse(inReplyTo?.remote).data ?? Remote.safeParse(thread.remote).data;

export async function sendPost({ api, limits, pause }: Sending, act: Writing): Promise<SendOutcome> {
  const draft = draftOf(act);
  if ('kind' in draft) return draft;
  if (act.kind === 'quote' && !limits.hasQuotes)
    return refused('not_allowed', 'This server does not know quotes; they came with Mastodon 4.5.');
  const problem = wordsProblem(draft, act.content, limits) ?? filesProblem(act.content.attachments, limits);
  if (problem) return problem;
  const media = await uploadAll(api, act.content.attachments, pause);
  if ('kind' in media) return media;
  const body = {
    status: draft.text,
    visibility: draft.visibility,
    ...(draft.answers === undefined ? {} : { in_reply_to_id: draft.answers }),
    ...(draft.quotes === undefined ? {} : { quoted_status_id: draft.quotes }),
    ...(draft.warning === '' ? {} : { spoiler_text: draft.warning }),
    ...(media.length > 0 ? { media_ids: media } : {}),
  };
  const post = () => api.send('POST', '/api/v1/statuses', body, act.id);
  const first = await post();
  if (first.kind === 'ok') return acceptedOf(act, draft, first.body);
  if (!isDoubtful(first) || !limits.knowsKeys) return outcomeOf(first, false);
  // The server knows the act by its key for an hour: at once again is the same post, and clears most doubts.
  const second = await post();
  if (second.kind === 'ok') return acceptedOf(act, draft, second.body);
  // Only words against the post itself say that the first was not taken either: they come after the look at the key.
  return outcomeOf(second.kind === 'refused' && second.status === 422 ? second : first, false);
}

const isDoubtful = (answer: ApiAnswer): boolean =>
  (answer.kind === 'lost' && answer.isSent) || (answer.kind === 'refused' && answer.status >= 500);

export function wordsProblem(
  { text, warning }: Pick<Draft, 'text' | 'warning'>,
  { text: own, attachments }: OutgoingContent,
  limits: Limits,
) {
  const over = lengthOf(text, warning, limits) - limits.maxCharacters;
  if (over > 0)
    return refused(
      'too_long',
      `The text is ${over} characters too long: this server takes ${limits.maxCharacters}, the names of who is answered among them.`,
    );
  return own.trim() === '' && attachments.length === 0 ? refused('other', 'There is nothing in it to send.') : null;
}

const Made = z.object({ id });

function acceptedOf(act: Writing, { visibility, text, warning }: Draft, body: unknown): SendOutcome {
  const made = Made.safeParse(body).data;
  if (!made) return { kind: 'unknown', detail: 'The server took the post without naming it.' };
  return acceptedAs(act, made.id, visibility, text, warning);
}

export function acceptedAs(
  act: Writing,
  made: string,
  visibility: string,
  text: string,
  warning: string,
): SendOutcome & { readonly kind: 'accepted' } {
  const names = namesIn(text);
  const remote: Json = { id: made, visibility, names, ...(warning === '' ? {} : { warning }) };
  const counterpartId = act.kind === 'private_reply' ? act.to.authorId : null;
  return {
    kind: 'accepted',
    id: made as ExternalMessageId,
    remote,
    ...(counterpartId === null
      ? {}
      : { thread: { channel: 'mastodon', id: directThreadId(counterpartId), counterpartId } }),
  };
}

export const visibilityOf = ({ remote }: Pick<TargetMessage, 'remote'>): string =>
  Remote.safeParse(remote).data?.visibility ?? 'public';
