import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import type { Api, ApiAnswer } from './api.ts';
import { capabilities } from './capabilities.ts';
import { outcomeOf } from './outcome.ts';
import { type Sending, sendPost, visibilityOf, wordsProblem } from './post.ts';
import { withNames } from './words.ts';

const MARKS = { like: 'favourite', unlike: 'unfavourite', repost: 'reblog', unrepost: 'unreblog' } as const;

export async function sendAct(sending: Sending, act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
    case 'private_reply':
    case 'publish':
    case 'quote':
      return sendPost(sending, act);
    case 'repost':
      if (['private', 'direct'].includes(visibilityOf(act.target))) return refused('not_allowed', NOT_FOR_ALL);
      return mark(sending.api, act.target.id, MARKS[act.kind]);
    case 'like':
    case 'unlike':
    case 'unrepost':
      return mark(sending.api, act.target.id, MARKS[act.kind]);
    case 'edit':
      return edit(sending, act);
    case 'delete':
      return remove(sending.api, act.target.id);
    default:
      return refused('not_allowed', capabilities.lacks[act.kind] ?? 'Mastodon has no such act.');
  }
}
export const NOT_FOR_ALL = 'What was not written for everybody cannot be boosted.';

const pathOf = (statusId: string) => `/api/v1/statuses/${encodeURIComponent(statusId)}`;
const settled = (answer: ApiAnswer): SendOutcome =>
  answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);

/** A post has one favourite and one boost of an account: doing it again changes nothing. */
const mark = async (api: Api, statusId: string, what: string): Promise<SendOutcome> =>
  settled(await api.send('POST', `${pathOf(statusId)}/${what}`));

const Kept = z.object({
  spoiler_text: z.string().catch(''),
  sensitive: z.boolean().catch(false),
  language: z.string().nullish().catch(undefined),
  mentions: z.array(z.object({ acct: z.string() })).catch([]),
  media_attachments: z.array(z.object({ id })).catch([]),
});

/** An edit replaces the whole post: what is not said again (files, a warning, names) would be gone. */
async function edit(
  { api, limits }: Sending,
  { target, content }: Outgoing & { readonly kind: 'edit' },
): Promise<SendOutcome> {
  const before = await api.get(pathOf(target.id));
  if (before.kind !== 'ok') return outcomeOf(before, true);
  const kept = Kept.safeParse(before.body).data;
  if (!kept) return refused('other', 'The server does not show the post that is to be changed.');
  const { mentions, media_attachments: media, spoiler_text: warning, sensitive, language } = kept;
  const text = withNames(
    content.text,
    mentions.map(({ acct }) => acct),
  );
  const problem = wordsProblem({ text, warning }, content, limits);
  if (problem) return problem;
  const answer = await api.send('PUT', pathOf(target.id), {
    status: text,
    spoiler_text: warning,
    sensitive,
    ...(language ? { language } : {}),
    media_ids: media.map((one) => one.id),
  });
  return settled(answer);
}

/** What is gone already is as good as deleted now. */
async function remove(api: Api, statusId: string): Promise<SendOutcome> {
  const answer = await api.send('DELETE', pathOf(statusId));
  return answer.kind === 'refused' && answer.status === 404 ? { kind: 'accepted' } : settled(answer);
}
