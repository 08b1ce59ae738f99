import { Globe, MessageCircle, Repeat2, ThumbsUp } from 'lucide-react';
import type { Post } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { count, fullWords, momentWords } from '../../time/words.ts';
import { Attachments } from '../media/attachments.tsx';
import { OnNetwork } from '../message/on-network.tsx';
import { Words } from '../message/words.tsx';

/**
 * The post that the thread hangs from: context, so it lies flat and speaks quietly.
 * @param isSaidBelow it is one of the messages: then only what the world made of it stands here
 */
export function PostView({ post, isSaidBelow }: { readonly post: Post; readonly isSaidBelow: boolean }) {
  const now = useNow();
  if (isSaidBelow && !post.deletedAt) return <Counts post={post} className="justify-center" />;
  return (
    <article aria-label={t('post.label')} className="rounded-medium border border-line bg-paper px-4 py-3 text-ink-2">
      <header className="flex items-baseline gap-2">
        <b className="min-w-0 truncate font-semibold text-ink">
          {post.authorName ?? (post.isOurs ? t('post.ours') : t('post.theirs'))}
        </b>
        <span className="flex flex-none items-center gap-1.5 text-ink-3" title={fullWords(post.postedAt)}>
          <Globe size={12} role="img" aria-label={t('message.publicly')} className="text-public" />
          {post.authorName && `${t('post.kind')} · `}
          <span className="num">{momentWords(post.postedAt, now)}</span>
        </span>
        <OnNetwork
          permalink={post.permalink}
          size={14}
          className="-m-2 ms-auto self-center p-2 text-ink-3 [@media(hover:none)]:-m-[13px] [@media(hover:none)]:ms-auto [@media(hover:none)]:p-[13px]"
        />
      </header>
      {post.deletedAt ? (
        <p className="mt-1 italic">{t('post.deleted')}</p>
      ) : (
        <>
          <Words text={post.text} className="mt-1" />
          <Attachments attachments={post.attachments} />
        </>
      )}
      <Counts post={post} className="mt-2" />
    </article>
  );
}

function Counts({ post, className }: { readonly post: Post; readonly className: string }) {
  const counts = [
    { key: 'post.reactions', value: post.reactions, Icon: ThumbsUp },
    { key: 'post.comments', value: post.comments, Icon: MessageCircle },
    { key: 'post.shares', value: post.shares, Icon: Repeat2 },
  ] as const;
  const told = counts.filter(({ value }) => value);
  if (told.length === 0) return null;
  return (
    <ul className={`num flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-3 ${className}`}>
      {told.map(({ key, value, Icon }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <Icon size={12} aria-hidden />
          {t(key, { count: value, words: count(value ?? 0) })}
        </li>
      ))}
    </ul>
  );
}
