import type { Attachment, Content } from '../../core/channel/content.ts';
import { hiddenLinks, textOfHtml } from './html.ts';
import type { Status } from './status.ts';

const NONE = { kind: 'none' } as const;

export function contentOf(status: Status): Content {
  const words = textOfHtml(status.content);
  // A warning stands before the words, and people read it first.
  const text = status.spoiler_text ? `${status.spoiler_text}\n\n${words}`.trim() : words;
  return { text, attachments: attachmentsOf(status) };
}

function attachmentsOf({ media_attachments: media = [], card, poll, quote, content }: Status): Attachment[] {
  const found = media.flatMap((one) => (one ? [fileOf(one)] : []));
  const links = hiddenLinks(content).map(
    ({ href, title }): Attachment => ({ kind: 'link', source: NONE, href, title }),
  );
  found.push(...links);
  if (card && !links.some(({ href }) => href === card.url))
    found.push({ kind: 'link', source: NONE, href: card.url, ...(card.title ? { title: card.title } : {}) });
  const quoted = quote?.quoted_status;
  if (quoted?.url) {
    const words = `@${quoted.account?.acct ?? ''}: ${textOfHtml(quoted.content ?? '')}`;
    found.push({ kind: 'link', source: NONE, href: quoted.url, title: words.slice(0, 300).toWellFormed() });
  }
  if (poll)
    found.push({
      kind: 'unsupported',
      source: NONE,
      title: `A poll: ${poll.options.map(({ title }) => title).join(' / ')}`.slice(0, 300).toWellFormed(),
    });
  return found;
}

type Media = NonNullable<NonNullable<Status['media_attachments']>[number]>;

/** `gifv` is a silent film that stands for a moving picture. */
function fileOf({ type, url, remote_url: remote, description }: Media): Attachment {
  const where = url ?? remote;
  const kind = type === 'gifv' ? 'gif' : type === 'image' || type === 'video' || type === 'audio' ? type : 'file';
  return {
    kind,
    source: where ? { kind: 'url', url: where } : NONE,
    ...(description ? { alt: description } : {}),
  };
}
