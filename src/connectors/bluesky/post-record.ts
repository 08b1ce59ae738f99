import type { Outgoing, OutgoingContent, SendOutcome } from '../../core/channel/outgoing.ts';
import { overBy } from '../../core/text/measure.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, field, textOf } from './account-calls.ts';
import { POST } from './at-uri.ts';
import { IMAGES, POST_TEXT } from './capabilities.ts';
import { findInText, toFacets } from './facets.ts';
import { imageSize } from './image-size.ts';
import type { StrongRef } from './lexicon.ts';
import { outcomeBeforeSend } from './outcome.ts';
import type { ReplyRefs } from './reply-target.ts';

export type Writing = Outgoing & { readonly kind: 'reply' | 'publish' | 'quote' };
type Refusal = Exclude<SendOutcome, { kind: 'accepted' }>;
/** A record ready to be written, or why there is none. Nothing is public before it is written. */
export type Built = { readonly kind: 'built'; readonly record: Readonly<Record<string, unknown>> } | Refusal;

/** What a post hangs on or shows: at most one of them. */
export interface Hanging {
  readonly reply?: ReplyRefs;
  readonly quoted?: StrongRef;
}

export async function buildPost(calls: AccountCalls, act: Writing, { reply, quoted }: Hanging): Promise<Built> {
  const link = act.kind === 'publish' && act.link && URL.canParse(act.link) ? act.link : undefined;
  const text =
    link && act.content.attachments.length > 0 && !act.content.text.includes(link)
      ? `${act.content.text}\n${link}`.trim()
      : act.content.text;
  const problem = whatIsWrong(text, act.content, link);
  if (problem) return problem;
  const facets = await facetsOf(calls, text);
  if (!Array.isArray(facets)) return facets;
  const media = await embedOf(calls, act.content, link);
  if ('kind' in media) return media;
  const embed = quoted ? { embed: quoting(quoted, media.embed) } : media;
  const record = {
    $type: POST,
    text,
    ...(facets.length > 0 ? { facets } : {}),
    ...(reply ? { reply } : {}),
    ...embed,
    createdAt: act.createdAt.toISOString(),
  };
  return { kind: 'built', record };
}

function whatIsWrong(text: string, { attachments }: OutgoingContent, link: string | undefined): Refusal | null {
  const over = overBy(text, POST_TEXT);
  if (over > 0) return refused('too_long', `The text is ${over} over the limit of 300 characters or 3,000 bytes.`);
  if (text.trim() === '' && attachments.length === 0 && link === undefined)
    return refused('other', 'There is nothing in it.');
  if (attachments.length > IMAGES.max)
    return refused('bad_attachment', `A post carries at most ${IMAGES.max} pictures.`);
  for (const { name, mimeType, sizeBytes } of attachments) {
    if (!mimeType.startsWith('image/'))
      return refused('bad_attachment', `${name} is no picture; a post carries nothing else.`);
    if (sizeBytes > IMAGES.maxBytes) return refused('bad_attachment', `${name} is larger than 1 MB.`);
  }
  return null;
}

export async function facetsOf(calls: AccountCalls, text: string) {
  const found = findInText(text);
  const didOf = new Map<string, string>();
  for (const handle of new Set(found.flatMap((one) => (one.kind === 'mention' ? [one.handle] : [])))) {
    const answer = await calls.get('com.atproto.identity.resolveHandle', { handle });
    const did = answer.ok ? textOf(answer.body, 'did') : undefined;
    if (did) didOf.set(handle, did);
    // a handle that nobody has is ordinary text; a network that does not say is asked again later
    else if (!answer.ok && answer.status !== 400 && answer.status !== 404) return outcomeBeforeSend(answer);
  }
  return toFacets(text, found, didOf);
}

/** A post has one embed: pictures beside a quoted post stand in one together with it. */
function quoting({ uri, cid }: StrongRef, media: object | undefined): object {
  const record = { $type: 'app.bsky.embed.record', record: { uri, cid } };
  return media ? { $type: 'app.bsky.embed.recordWithMedia', record, media } : record;
}

async function embedOf(
  calls: AccountCalls,
  { attachments }: OutgoingContent,
  link: string | undefined,
): Promise<{ readonly embed?: object } | Refusal> {
  if (attachments.length === 0) {
    if (link === undefined) return {};
    const { hostname, pathname } = new URL(link);
    const title = `${hostname.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
    return { embed: { $type: 'app.bsky.embed.external', external: { uri: link, title, description: '' } } };
  }
  const images: object[] = [];
  for (const { alt, mimeType, read } of attachments) {
    const bytes = await read();
    const answer = await calls.upload(bytes, mimeType);
    if (!answer.ok) return outcomeBeforeSend(answer);
    const aspectRatio = imageSize(bytes);
    images.push({ alt: alt ?? '', image: field(answer.body, 'blob'), ...(aspectRatio ? { aspectRatio } : {}) });
  }
  return { embed: { $type: 'app.bsky.embed.images', images } };
}
