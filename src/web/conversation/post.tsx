import { ExternalLink } from 'lucide-react';
import type { Post } from '../../wire/conversations.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { count, fullWords, momentWords } from '../time/words.ts';
import { Attachments } from './attachments.tsx';

/**
 * The post that the thread hangs from: context, so it lies flat and speaks quietly.
 * @param isSaidBelow it is one of the messages: then only what the world made of it stands here
 */
export function PostView({ post, isSaidBelow }: { readonly post: Post; readonly isSaidBelow: boolean }) {
  const now = useNow();
  const counts = [
    !post.reactions ? null : t('post.reactions', { count: post.reactions, words: count(post.reactions) }),
    !post.comments ? null : t('post.comments', { count: post.comments, words: count(post.comments) }),
    !post.shares ? null : t('post.shares', { count: post.shares, words: count(post.shares) }),
  ].filter((part) => part !== null);
  if (isSaidBelow && !post.deletedAt)
    return counts.length > 0 && <p className="num text-center text-s text-ink-3">{counts.join(' · ')}</p>;
  return (
    <article aria-label={t('post.label')} className="rounded-m border border-line bg-paper px-4 py-3 text-ink-2">
      <header className="flex items-baseline gap-2">
        <b className="font-semibold text-ink">{post.authorName ?? (post.isOurs ? t('post.ours') : t('post.theirs'))}</b>
        <span className="text-ink-3" title={fullWords(post.postedAt)}>
          {post.authorName && `${t('post.kind')} · `}
          {momentWords(post.postedAt, now)}
        </span>
        {post.permalink && (
          <a
            href={post.permalink}
            target="_blank"
            rel="noopener noreferrer nofollow"
            aria-label={t('message.open')}
            title={t('message.open')}
            className="ml-auto self-center text-ink-3 hover:text-ink"
          >
            <ExternalLink size={14} aria-hidden />
          </a>
        )}
      </header>
      {post.deletedAt ? (
        <p className="mt-1 italic">{t('post.deleted')}</p>
      ) : (
        <>
          <p className="said mt-1">{post.text}</p>
          <Attachments attachments={post.attachments} />
        </>
      )}
      {counts.length > 0 && <p className="num mt-1 text-ink-3">{counts.join(' · ')}</p>}
    </article>
  );
}
