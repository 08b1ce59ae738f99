import { useState } from 'react';
import type { Preview } from '../../../wire/listening.ts';
import { NeedChips } from '../../listen/need-chips.tsx';
import { Button } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import type { Body } from './draft.ts';
import { NearlyFixes } from './nearly-fixes.tsx';
import { PostCard } from './post-card.tsx';
import { WordMenu } from './word-menu.tsx';

const PAGE = 30;

/** The posts themselves: what the draft hears, and what it let pass although the name is there. */
export function HeardOrNearly({
  preview: { items, nearly, looked },
  body,
  isAsked,
  onChange,
}: {
  readonly preview: Preview;
  readonly body: Body;
  readonly isAsked: boolean;
  readonly onChange: (more: Partial<Body>) => void;
}) {
  const [tab, setTab] = useState<'heard' | 'nearly'>('heard');
  const [most, setMost] = useState(PAGE);
  const size = tab === 'heard' ? items.length : nearly.length;
  const none =
    looked === 0 && !isAsked
      ? 'preview.noneStored'
      : nearly.length > 0
        ? 'preview.noneNearly'
        : isAsked
          ? 'preview.noneAsked'
          : 'preview.noneKept';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Segments
        label={t('preview.tabs')}
        value={tab}
        options={[
          { value: 'heard', label: t('preview.tab.heard', { count: count(items.length) }) },
          { value: 'nearly', label: t('preview.tab.nearly', { count: count(nearly.length) }) },
        ]}
        onChange={(next) => {
          setTab(next);
          setMost(PAGE);
        }}
      />
      {tab === 'nearly' && nearly.length > 0 && <p className="text-s text-ink-3">{t('preview.nearlyAbout')}</p>}
      {size === 0 ? (
        <div className="rounded-medium border border-line bg-raised">
          {tab === 'heard' ? (
            <Empty title={t('preview.none')}>{t(none)}</Empty>
          ) : (
            <p className="p-6 text-center text-ink-2">{t('preview.nearlyNone')}</p>
          )}
        </div>
      ) : (
        <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
          {tab === 'heard'
            ? items.slice(0, most).map((post, at) => (
                <PostCard key={keyOf(post, at)} post={post} isFresh={!post.isKept}>
                  <NeedChips needs={post.needs} />
                  {body.becomes === 'conversation' && post.becomes === 'conversation' && (
                    <span className="text-s text-ink-3">{t('preview.conversation')}</span>
                  )}
                  <WordMenu
                    trigger={t('preview.notThis')}
                    about={t('preview.notThisAbout')}
                    post={post}
                    onChoose={(word) => onChange({ without: [...new Set([...body.without, word])] })}
                  />
                </PostCard>
              ))
            : nearly.slice(0, most).map((post, at) => (
                <PostCard key={keyOf(post, at)} post={post} isFresh={false}>
                  <NearlyFixes post={post} body={body} onChange={onChange} />
                </PostCard>
              ))}
        </ul>
      )}
      {size > most && (
        <Button className="justify-self-center" onClick={() => setMost(most + PAGE)}>
          {t('preview.more')}
        </Button>
      )}
    </div>
  );
}

const keyOf = (post: Preview['nearly'][number] | Preview['items'][number], at: number): string =>
  `${post.permalink ?? `${post.author.name} ${at}`} ${post.saidAt}`;
