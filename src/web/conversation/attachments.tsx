import { CircleAlert, FileText, Link2, LoaderCircle, MapPin, Package, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Attachment } from '../../wire/conversations.ts';
import { t } from '../text/t.ts';
import { bytes } from '../time/words.ts';

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t('attachment.label')} className="mt-2 flex flex-wrap gap-2">
      {attachments.map((attachment, index) => (
        <li key={attachment.mediaId ?? `${attachment.kind} ${index}`} className="max-w-full">
          <One attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function One({ attachment }: { readonly attachment: Attachment }) {
  const { kind, state, mediaId } = attachment;
  if (state === 'deleted') return <Tile icon={<Paperclip size={14} aria-hidden />}>{t('attachment.deleted')}</Tile>;
  if (state === 'failed')
    return (
      <Tile icon={<CircleAlert size={14} aria-hidden className="text-warn" />} note={attachment.detail}>
        {attachment.name ?? t('attachment.failed')}
      </Tile>
    );
  if (state === 'wanted')
    return (
      <Tile icon={<LoaderCircle size={14} aria-hidden className="animate-spin" />} note={t('attachment.coming')}>
        {attachment.name ?? t(`attachment.kind.${known(kind)}`)}
      </Tile>
    );
  if (state === 'stored' && mediaId) return <Stored attachment={attachment} url={`/media/${mediaId}`} />;
  return <Words attachment={attachment} />;
}

function Stored({ attachment, url }: { readonly attachment: Attachment; readonly url: string }) {
  const { kind, mimeType } = attachment;
  const type = mimeType ?? '';
  const name = attachment.name ?? t(`attachment.kind.${known(kind)}`);
  if (type.startsWith('image/') || ['image', 'gif', 'sticker'].includes(kind))
    return (
      <a href={url} target="_blank" rel="noopener" aria-label={t('attachment.openImage', { name })}>
        <img
          src={url}
          alt={attachment.alt ?? name}
          loading="lazy"
          className={`rounded-m edge object-cover ${kind === 'sticker' ? 'max-h-28' : 'max-h-64 max-w-full'}`}
        />
      </a>
    );
  if (type.startsWith('video/'))
    return (
      <video src={url} controls preload="metadata" aria-label={name} className="max-h-72 max-w-full rounded-m">
        <track kind="captions" />
      </video>
    );
  if (type.startsWith('audio/'))
    return (
      <audio src={url} controls preload="metadata" aria-label={name} className="max-w-full">
        <track kind="captions" />
      </audio>
    );
  return (
    <a href={url} target="_blank" rel="noopener" className="block rounded-s hover:bg-sunken">
      <Tile
        icon={<FileText size={14} aria-hidden />}
        note={attachment.sizeBytes === null ? null : bytes(attachment.sizeBytes)}
      >
        {name}
      </Tile>
    </a>
  );
}

/** What has no bytes: a link, a place, a product, or something this network does not hand out. */
function Words({ attachment }: { readonly attachment: Attachment }) {
  const { kind, title, href, name, detail } = attachment;
  const icon =
    kind === 'link' ? (
      <Link2 size={14} aria-hidden />
    ) : kind === 'location' ? (
      <MapPin size={14} aria-hidden />
    ) : kind === 'product' ? (
      <Package size={14} aria-hidden />
    ) : (
      <Paperclip size={14} aria-hidden />
    );
  const words = title ?? name ?? t(`attachment.kind.${known(kind)}`);
  if (href && /^https?:\/\//i.test(href))
    return (
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="block max-w-full rounded-s hover:bg-sunken"
      >
        <Tile icon={icon} note={hostOf(href)}>
          {words}
        </Tile>
      </a>
    );
  return (
    <Tile icon={icon} note={detail}>
      {words}
    </Tile>
  );
}

function Tile({
  icon,
  note,
  children,
}: {
  readonly icon: ReactNode;
  readonly note?: string | null;
  readonly children: ReactNode;
}) {
  return (
    <span className="edge inline-flex max-w-full items-center gap-2 rounded-s px-2.5 py-1.5 text-m">
      <span className="flex-none text-ink-3">{icon}</span>
      <span className="truncate">{children}</span>
      {note && <span className="num flex-none text-s text-ink-3">{note}</span>}
    </span>
  );
}

const KINDS = [
  'image',
  'video',
  'audio',
  'file',
  'sticker',
  'gif',
  'link',
  'location',
  'product',
  'contact_card',
  'unsupported',
] as const;
function known(kind: string): (typeof KINDS)[number] {
  return KINDS.find((one) => one === kind) ?? 'unsupported';
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : '';
}
