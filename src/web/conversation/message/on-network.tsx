import { ExternalLink } from 'lucide-react';
import { t } from '../../text/t.ts';
import { isPage } from './links.ts';

/** The way to where it was said. Only what a browser opens as a page: the address comes from outside. */
export function OnNetwork({
  permalink,
  size,
  className,
}: {
  readonly permalink: string | null;
  /** Of the sign. Pixels. */
  readonly size: number;
  readonly className: string;
}) {
  if (!isPage(permalink)) return null;
  return (
    <a
      href={permalink}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-label={t('message.open')}
      title={t('message.open')}
      className={`rounded-small hover:text-ink ${className}`}
    >
      <ExternalLink size={size} aria-hidden />
    </a>
  );
}
