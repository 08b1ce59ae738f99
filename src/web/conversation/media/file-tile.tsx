import { CircleAlert, Download, FileText, Link2, LoaderCircle, MapPin, Package, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Attachment } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';
import { throughGuard } from '../message/links.ts';
import { kindWords, type Stored } from './kinds.ts';

export function FileTile({ stored: { attachment, url, name } }: { readonly stored: Stored }) {
  return (
    <a
      href={url}
      download={name}
      title={t('attachment.download', { name })}
      className="block max-w-full rounded-small hover:bg-sunken max-phone:py-1"
    >
      <Tile
        icon={<FileText size={15} aria-hidden />}
        note={attachment.sizeBytes === null ? null : bytes(attachment.sizeBytes)}
        end={<Download size={13} aria-hidden className="flex-none text-ink-3" />}
      >
        {name}
      </Tile>
    </a>
  );
}

/** On its way, lost, or deleted with its message. */
export function NotHere({ attachment: { state, kind, name, detail } }: { readonly attachment: Attachment }) {
  if (state === 'deleted') return <Tile icon={<Paperclip size={14} aria-hidden />}>{t('attachment.deleted')}</Tile>;
  if (state === 'failed')
    return (
      <Tile icon={<CircleAlert size={14} aria-hidden className="text-warn" />} note={detail}>
        {name ?? t('attachment.failed')}
      </Tile>
    );
  return (
    <Tile
      icon={<LoaderCircle size={14} aria-hidden className="animate-spin motion-reduce:animate-none" />}
      note={t('attachment.coming')}
    >
      {name ?? kindWords(kind)}
    </Tile>
  );
}

/** What has no bytes: a link, a place, a product, or something this network does not hand out. */
export function WordsTile({ attachment: { kind, title, href, name, detail } }: { readonly attachment: Attachment }) {
  const Icon = { link: Link2, location: MapPin, product: Package }[kind] ?? Paperclip;
  const words = title ?? name ?? kindWords(kind);
  const to = href === null ? null : throughGuard(href);
  if (href === null || to === null)
    return (
      <Tile icon={<Icon size={14} aria-hidden />} note={detail}>
        {words}
      </Tile>
    );
  return (
    <a
      href={to}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="block max-w-full rounded-small hover:bg-sunken max-phone:py-1"
    >
      <Tile icon={<Icon size={14} aria-hidden />} note={URL.canParse(href) ? new URL(href).host : null}>
        {words}
      </Tile>
    </a>
  );
}

function Tile({
  icon,
  note,
  end,
  children,
}: {
  readonly icon: ReactNode;
  readonly note?: string | null;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className="edge inline-flex max-w-full items-center gap-2 rounded-small px-2.5 py-1.5 text-m">
      <span className="flex-none text-ink-3">{icon}</span>
      <span className="truncate">{children}</span>
      {note && <span className="num flex-none text-s text-ink-3">{note}</span>}
      {end}
    </span>
  );
}
