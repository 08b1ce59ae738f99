import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { field, textOf } from './accounts.ts';
import { mayDo, remoteOf } from './allows.ts';
import type { Api, ApiFailure } from './api.ts';
import { permalinkOf } from './attachments.ts';
import { POST_TEXT } from './capabilities.ts';
import type { Plan } from './credentials.ts';
import { uploadAll } from './media-upload.ts';
import { outcomeOf, refused } from './outcome.ts';
import { readPost } from './read-post.ts';
import { calledIn } from './summoned.ts';

export type Posting = Outgoing & { readonly kind: 'reply' | 'publish' | 'quote' };

/** The number of a post now: an edited one has another than its name. */
export const numberOf = (target: Pick<TargetMessage, 'id' | 'remote'>): string =>
  remoteOf(target.remote)?.id ?? target.id;

export const answeredBy = (act: Posting): string | undefined =>
  act.kind === 'reply' ? (act.inReplyTo ? numberOf(act.inReplyTo) : act.thread.id) : undefined;

export async function sendPost(api: Api, plan: Plan, account: string, act: Posting): Promise<SendOutcome> {
  const text = textFor(act);
  const { attachments } = act.content;
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it.');
  const over = overBy(text, POST_TEXT);
  if (over > 0) return refused('too_long', `The text is ${over} over the limit of 280, as X counts.`);
  if (plan !== 'enterprise' && (text.match(CASHTAG)?.length ?? 0) > 1)
    return refused(
      'not_allowed',
      'On this plan X takes no post with more than one $TICKER. Write the others without the $.',
    );
  const target = act.kind === 'reply' ? act.inReplyTo : act.kind === 'quote' ? act.target : null;
  const allowed = mayDo({ plan, accountId: account }, act.kind, target, act.kind === 'reply' ? act.thread : null);
  if (!allowed.isAllowed) return refused('not_allowed', withAddress(allowed.why, allowed.elsewhere));

  const media = await uploadAll(api, attachments, 'tweet');
  if (!isList(media)) return media;
  const inReplyTo = answeredBy(act);
  const answer = await api.post('/2/tweets', {
    ...(text.trim() === '' ? {} : { text }),
    ...(inReplyTo === undefined
      ? {}
      : { reply: { in_reply_to_tweet_id: inReplyTo, auto_populate_reply_metadata: true } }),
    ...(act.kind === 'quote' ? { quote_tweet_id: numberOf(act.target) } : {}),
    ...(media.length === 0 ? {} : { media: { media_ids: media } }),
  });
  if (!answer.ok)
    return answer.status === 403 && inReplyTo !== undefined
      ? whyRefused(api, account, inReplyTo, answer)
      : outcomeOf(answer);
  const id = textOf(field(answer.body, 'data'), 'id');
  return id === undefined ? { kind: 'unknown', detail: 'X took the post without naming it.' } : accepted(id, account);
}

export const accepted = (id: string, account: string): SendOutcome & { kind: 'accepted' } => ({
  kind: 'accepted',
  id: id as ExternalMessageId,
  remote: { id, author: account, called: [] },
});

export const textFor = (act: Posting): string =>
  act.kind === 'publish' && act.link !== undefined && !act.content.text.includes(act.link)
    ? `${act.content.text.trimEnd()} ${act.link}`.trim()
    : act.content.text;

const CASHTAG = /(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?\b/g;
const isList = (value: readonly string[] | SendOutcome): value is readonly string[] => Array.isArray(value);
const withAddress = (why: string, address: string | undefined) => (address ? `${why} ${address}` : why);

/** X does not say in a way to rely on why an answer is refused: the post that it answers tells. */
async function whyRefused(api: Api, account: string, id: string, failure: ApiFailure): Promise<SendOutcome> {
  const outcome = outcomeOf(failure);
  if (outcome.kind !== 'refused' || outcome.reason !== 'not_allowed') return outcome;
  const found = await readPost(api, id);
  if (found === 'gone') return refused('gone', 'The post that this answers is not there any more, or is protected.');
  if ('ok' in found || calledIn(found.post, found.includes).includes(account) || found.post.author_id === account)
    return outcome;
  const why =
    'X lets this account answer only those who mentioned or quoted it, and this person did neither. Answer on x.com by hand.';
  return refused('not_allowed', withAddress(why, permalinkOf(id)));
}
