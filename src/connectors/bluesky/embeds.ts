import { z } from 'zod';
import type { Attachment } from '../../core/channel/content.ts';
import { isStorable, text } from '../shared/shapes.ts';
import { permalinkOf } from './at-uri.ts';
import type { ChatMessage, PostView } from './lexicon.ts';

/** What hangs on a post, from its view; from the bare record when there is no view. */
export function attachmentsOf(post: PostView): Attachment[] {
  const { embed: view, record, author, uri } = post;
  const embedded = view
    ? fromEmbed(view, author.did, uri)
    : record.embed
      ? fromEmbed(record.embed, author.did, uri)
      : [];
  return [...embedded, ...hiddenLinks(record.text, record.facets, embedded)];
}

export function chatAttachmentsOf({ embed, text, facets, sender }: ChatMessage): Attachment[] {
  const embedded = embed ? fromEmbed(embed, sender.did, '') : [];
  return [...embedded, ...hiddenLinks(text ?? '', facets, embedded)];
}

const Web = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .refine(isStorable);
const words = text.optional().catch(undefined);
const Blob = z.looseObject({
  ref: z.looseObject({ $link: z.string().refine(isStorable) }),
  mimeType: words,
  size: z.number().optional().catch(undefined),
});
const Picture = z.looseObject({
  fullsize: Web.optional().catch(undefined),
  image: Blob.optional().catch(undefined),
  alt: words,
});
const Pictures = z.looseObject({ images: z.array(Picture) });
const Gallery = z.looseObject({ items: z.array(Picture) });
const Video = z.looseObject({ alt: words, video: Blob.optional().catch(undefined) });
const Card = z.looseObject({ external: z.looseObject({ uri: text, title: words, description: words }) });
const Quote = z.looseObject({ record: z.looseObject({ uri: words, author: z.unknown(), value: z.unknown() }) });
const QuotedAuthor = z.looseObject({ handle: text });
const QuotedText = z.looseObject({ text });
const WithMedia = z.looseObject({ media: z.looseObject({ $type: text }), record: z.looseObject({}) });

function fromEmbed(embed: { readonly $type: string }, did: string, uri: string): Attachment[] {
  const kind = embed.$type.replace(/#view$/, '').replace('app.bsky.embed.', '');
  switch (kind) {
    case 'images':
      return Pictures.safeParse(embed).data?.images.map((one) => picture(one, did)) ?? [unsupported(kind)];
    case 'gallery':
      return Gallery.safeParse(embed).data?.items.map((one) => picture(one, did)) ?? [unsupported(kind)];
    case 'video':
      return [video(Video.safeParse(embed).data, uri)];
    case 'external':
      return [card(Card.safeParse(embed).data)];
    case 'record':
      return [quote(Quote.safeParse(embed).data)];
    case 'recordWithMedia': {
      const both = WithMedia.safeParse(embed).data;
      if (!both) return [unsupported(kind)];
      // the view wraps the quoted record once more than the bare record does
      const quoted = Quote.safeParse(both.record).data ?? Quote.safeParse({ record: both.record }).data;
      return [...fromEmbed(both.media, did, uri), quote(quoted)];
    }
    default:
      return [unsupported(kind)];
  }
}

const unsupported = (what: string): Attachment => ({
  kind: 'unsupported',
  source: { kind: 'none' },
  title: what.slice(0, 80).toWellFormed(),
});

/** The public picture server makes an address out of the account and the picture's own id. */
function picture({ fullsize, image, alt }: z.infer<typeof Picture>, did: string): Attachment {
  const url =
    fullsize ?? (image ? `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${image.ref.$link}@jpeg` : undefined);
  return {
    kind: 'image',
    source: url === undefined ? { kind: 'none' } : { kind: 'url', url },
    ...(alt ? { alt } : {}),
  };
}

/** Videos are served as a stream in pieces, not as a file: they are watched where they stand. */
function video(found: z.infer<typeof Video> | undefined, uri: string): Attachment {
  const href = permalinkOf(uri);
  return {
    kind: 'video',
    source: { kind: 'none' },
    title: 'Video',
    ...(found?.alt ? { alt: found.alt } : {}),
    ...(href === undefined ? {} : { href }),
  };
}

function card(found: z.infer<typeof Card> | undefined): Attachment {
  if (!found) return unsupported('external');
  const { uri, title, description } = found.external;
  if (!Web.safeParse(uri).success || !URL.canParse(uri)) return unsupported('external');
  const { hostname, pathname } = new URL(uri);
  // GIFs are cards of one picture service
  if (hostname === 'media.tenor.com' && pathname.endsWith('.gif'))
    return { kind: 'gif', source: { kind: 'url', url: uri }, ...(description ? { alt: description } : {}) };
  return { kind: 'link', source: { kind: 'none' }, href: uri, ...(title ? { title } : {}) };
}

function quote(found: z.infer<typeof Quote> | undefined): Attachment {
  const uri = found?.record.uri;
  const href = uri === undefined ? undefined : permalinkOf(uri);
  if (!found || href === undefined) return unsupported('record');
  const by = QuotedAuthor.safeParse(found.record.author).data?.handle;
  const text = QuotedText.safeParse(found.record.value).data?.text;
  const title = by === undefined ? 'Quoted post' : `@${by}: ${text ?? ''}`.trim();
  return { kind: 'link', source: { kind: 'none' }, href, title };
}

/** Addresses are often shortened in the text, with the whole only in the facet: without this they would be lost. */
function hiddenLinks(text: string, facets: ChatMessage['facets'], shown: readonly Attachment[]): Attachment[] {
  const bytes = new TextEncoder().encode(text);
  const links = new Map<string, Attachment>();
  for (const { index, features } of facets ?? []) {
    const words = new TextDecoder().decode(bytes.subarray(index.byteStart, index.byteEnd));
    for (const { $type, uri } of features) {
      if ($type !== 'app.bsky.richtext.facet#link' || uri === undefined || !Web.safeParse(uri).success) continue;
      if (uri === words || uri === `https://${words}` || shown.some(({ href }) => href === uri)) continue;
      links.set(uri, { kind: 'link', source: { kind: 'none' }, href: uri, title: words });
    }
  }
  return [...links.values()];
}
