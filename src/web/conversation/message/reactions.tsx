import { Repeat2, ThumbsUp } from 'lucide-react';
import type { Message } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';

export function Reactions({ reactions }: { readonly reactions: Message['reactions'] }) {
  if (reactions.length === 0) return null;
  return (
    <ul aria-label={t('reactions.label')} className="mt-1.5 flex flex-wrap gap-1.5">
      {reactions.map(({ reaction, count: times, isOurs }) => (
        <li
          key={reaction}
          title={isOurs ? t('reactions.ours') : undefined}
          className={`num inline-flex items-center gap-1 rounded-full px-2 py-px text-s ${isOurs ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-2'}`}
        >
          <Sign reaction={reaction} />
          {count(times)}
          {isOurs && <span className="sr-only">{t('reactions.ours')}</span>}
        </li>
      ))}
    </ul>
  );
}

function Sign({ reaction }: { readonly reaction: string }) {
  if (reaction === 'repost') return <Repeat2 size={12} aria-label={t('reactions.repost')} />;
  if (reaction === 'like') return <ThumbsUp size={11} aria-label={t('reactions.like')} />;
  return <span>{reaction}</span>;
}
