import { useQueries } from '@tanstack/react-query';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { earlierQuery } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { t } from '../text/t.ts';
import { dayWords } from '../time/day-words.ts';
import { EventLine } from './event-line.tsx';
import { isThePost } from './is-the-post.ts';
import { MessageView } from './message.tsx';
import { Others } from './others.tsx';
import { PostView } from './post.tsx';
import { type Strand, weave } from './weave.ts';

/** Within this of the end counts as "at the end": pixels. */
const NEAR_END = 120;

/** What was said and what happened, oldest first, opened at the end. */
export const Flow = memo(function Flow({ detail }: { readonly detail: ConversationDetail }) {
  const [befores, setBefores] = useState<readonly string[]>([]);
  const { post } = detail;
  const id = detail.conversation.id;
  const earlier = useQueries({ queries: befores.map((before) => earlierQuery(id, before)) });
  const older = earlier.flatMap((page) => (page.data ? [page.data] : []));
  const whole = useMemo(() => merge(detail, older), [detail, older]);
  const strands = useMemo(() => weave(whole, dayWords), [whole]);
  const hasEarlier = older.at(-1)?.hasEarlier ?? detail.hasEarlier;
  const oldest = whole.messages[0]?.id;

  const scroller = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(true);
  const last = whole.messages.at(-1)?.id;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && last && wasAtEnd.current) box.scrollTop = box.scrollHeight;
  }, [last]);
  useEffect(() => {
    // Pictures and frames grow after they are loaded.
    const box = scroller.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      if (wasAtEnd.current) box.scrollTop = box.scrollHeight;
    });
    for (const child of box.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);

  return (
    <div
      ref={scroller}
      onScroll={({ currentTarget: box }) => {
        wasAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
      }}
      className="min-h-0 flex-1 overflow-auto px-6 py-6 max-phone:px-4"
    >
      <div className="mx-auto flex max-w-[640px] flex-col gap-4">
        {hasEarlier && oldest && (
          <Button
            look="quiet"
            className="self-center"
            isBusy={earlier.some((page) => page.isFetching)}
            onClick={() => {
              wasAtEnd.current = false;
              setBefores((all) => [...all, oldest]);
            }}
          >
            {t('flow.earlier')}
          </Button>
        )}
        {post && <PostView post={post} isSaidBelow={whole.messages.some((one) => isThePost(post, one))} />}
        <ol aria-label={t('flow.label')} className="flex flex-col gap-4">
          {strands.map((strand) => (
            <li key={keyOf(strand)}>
              {strand.kind === 'message' ? (
                <MessageView message={strand.message} whole={whole} />
              ) : strand.kind === 'event' ? (
                <EventLine event={strand.event} />
              ) : strand.kind === 'others' ? (
                <Others messages={strand.messages} whole={whole} />
              ) : (
                <p className="flex items-center gap-3 text-s text-ink-3">
                  <span className="h-px flex-1 bg-line" />
                  {dayWords(strand.at)}
                  <span className="h-px flex-1 bg-line" />
                </p>
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
});

function keyOf(strand: Strand): string {
  if (strand.kind === 'message') return strand.message.id;
  if (strand.kind === 'event') return strand.event.id;
  return `${strand.kind} ${strand.at}`;
}

function merge(detail: ConversationDetail, older: readonly ConversationDetail[]): ConversationDetail {
  if (older.length === 0) return detail;
  const seen = new Set<string>();
  const messages = [...older.toReversed().flatMap((page) => page.messages), ...detail.messages].filter(
    (message) => !seen.has(message.id) && seen.add(message.id),
  );
  return { ...detail, messages };
}
