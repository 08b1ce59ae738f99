import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { OnNetwork } from '../../conversation/message/on-network.tsx';
import { Chip } from '../../parts/chip.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, fullWords, short } from '../../time/words.ts';
import { MarkedText } from './marked-text.tsx';
import type { Overheard } from './overheard.ts';

/** A post as the preview shows it: who said what where, with the words that were heard marked. */
export function PostCard({
  post,
  isFresh,
  children,
}: {
  readonly post: Overheard;
  readonly isFresh: boolean;
  readonly children: ReactNode;
}) {
  const now = useNow();
  const { channel, author, text, media, permalink, saidAt, language, because } = post;
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <p className="flex min-w-0 items-center gap-2">
        <NetworkMark channel={channel} />
        <span className="min-w-0 truncate font-semibold">{author.name}</span>
        {author.followers !== null && author.followers > 0 && (
          <span className="num flex-none text-s text-ink-3 max-phone:hidden">
            {t('preview.followers', { count: short(author.followers) })}
          </span>
        )}
        {isFresh && (
          <Chip tone="accent" title={t('preview.freshAbout')}>
            {t('preview.fresh')}
          </Chip>
        )}
        <time dateTime={saidAt} title={fullWords(saidAt)} className="num ms-auto flex-none text-s text-ink-3">
          {agoWords(saidAt, now)}
        </time>
        <OnNetwork
          permalink={permalink}
          size={13}
          className="-my-1 grid size-6 flex-none place-items-center text-ink-3 max-phone:size-10"
        />
      </p>
      <p className="said max-h-[132px] overflow-auto" dir="auto" {...(language ? { lang: language } : {})}>
        <MarkedText text={text} because={because} />
      </p>
      {media > 0 && (
        <p className="flex items-center gap-1 text-s text-ink-3">
          <Paperclip size={12} aria-hidden />
          {t('preview.media', { count: media })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
    </li>
  );
}
