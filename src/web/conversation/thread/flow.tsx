import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import { inWords } from '../../api/call.ts';
import { measureShown } from '../../parts/measure-shown.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { dayWords } from '../../time/day-words.ts';
import type { Around } from '../message/message.tsx';
import { NewWords, ReadingMark, ToNewest } from './flow-marks.tsx';
import { isThePost } from './is-the-post.ts';
import { PostView } from './post.tsx';
import { RowView } from './row-view.tsx';
import { rowOf, rowsOf } from './rows.ts';
import { useBelow } from './use-below.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';
import { type Thread, useThread } from './use-thread.ts';
import { weave } from './weave.ts';

/** Within this of the end counts as "at the end"; from so many rows on more is read. Pixels, rows. */
const NEAR_END = 120;
const NEAR_EDGE = 6;
/** A message of three lines. Pixels; measured when drawn. */
const USUAL_HEIGHT = 104;
const SOUGHT_MS = 4_200;

/**
 * What was said and what happened, oldest first; opened at what waits, else at the end. Only what is on screen is drawn.
 * @param at a message that somebody came for
 */
export const Flow = memo(function Flow({
  detail,
  at,
}: {
  readonly detail: ConversationDetail;
  readonly at: string | null;
}) {
  const thread = useThread(detail);
  const rows = useRows(detail, thread);
  const around = useAround(detail, thread.messages);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const isPlaced = useRef(false);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    measureElement: measureShown,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR_END,
    paddingStart: 24,
    paddingEnd: 8,
    scrollPaddingStart: 56,
  });
  const shown = virtual.getVirtualItems();
  const toEnd = () => virtual.scrollToEnd();
  const isEndHeld = useStayAtEnd(scroller, () => virtual.isAtEnd(NEAR_END), toEnd);

  useLayoutEffect(() => {
    if (isPlaced.current || rows.length === 0) return;
    isPlaced.current = true;
    const waits = detail.opensAt === null ? -1 : rowOf(rows, detail.opensAt);
    if (waits > 0) virtual.scrollToIndex(waits, { align: 'start' });
    else if (waits === -1) {
      isEndHeld.current = true;
      virtual.scrollToEnd();
    }
  }, [virtual, rows, detail.opensAt, isEndHeld]);

  useLayoutEffect(
    () => () => {
      isPlaced.current = false;
    },
    [],
  );

  const { isAtEnd, count, look, toNewest } = useBelow(thread, () => virtual.isAtEnd(NEAR_END), toEnd);
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const { read, hasEarlier, hasLater, reading, failed } = thread;
  useEffect(() => {
    if (!isPlaced.current || reading || failed) return;
    if (hasEarlier && first <= NEAR_EDGE) void read('earlier');
    else if (hasLater && last >= rows.length - NEAR_EDGE) void read('later');
  }, [read, hasEarlier, hasLater, reading, failed, first, last, rows.length]);

  const sought = useSought(at, thread);
  const soughtRow = sought === null ? -1 : rowOf(rows, sought);
  const soughtKey = rows[soughtRow]?.key;
  const foundFor = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (sought === null) foundFor.current = null;
    // Once: what is read around it later must not pull the page back.
    if (soughtKey === undefined || foundFor.current === sought) return;
    foundFor.current = sought;
    if (soughtKey !== sought) setOpened((old) => new Set(old).add(soughtKey));
    isEndHeld.current = false;
    virtual.scrollToIndex(soughtRow, { align: 'center' });
  }, [virtual, isEndHeld, sought, soughtRow, soughtKey]);

  const toggle = (key: string) => setOpened((old) => (old.has(key) ? without(old, key) : new Set(old).add(key)));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={scroller} onScroll={look} className="min-h-0 flex-1 overflow-auto [overflow-anchor:none]">
        <ol aria-label={t('flow.label')} className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map((slot) => {
            const row = rows[slot.index];
            return (
              <li
                key={slot.key}
                ref={virtual.measureElement}
                data-index={slot.index}
                className="absolute inset-x-0 top-0 px-6 pb-4 max-phone:px-4"
                style={{ transform: `translateY(${slot.start}px)` }}
              >
                <div className="mx-auto max-w-[640px]">
                  {row === undefined ? null : row.kind === 'post' ? (
                    <PostView post={row.post} isSaidBelow={row.isSaidBelow} />
                  ) : (
                    <RowView
                      row={row}
                      around={around}
                      isOpen={opened.has(row.key)}
                      onToggle={toggle}
                      soughtId={sought}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      </div>
      <ReadingMark thread={thread} />
      {(!isAtEnd || hasLater) && <ToNewest count={count} onGo={toNewest} />}
      <NewWords messages={thread.messages} />
    </div>
  );
});

function useRows(detail: ConversationDetail, thread: Thread) {
  const { post, timeline, opensAt } = detail;
  const { messages, hasEarlier, hasLater } = thread;
  return useMemo(() => {
    const woven = rowsOf(weave({ messages, hasEarlier, hasLater, timeline, opensAt }, dayWords));
    if (!post || hasEarlier) return woven;
    const isSaidBelow = messages.some((one) => isThePost(post, one));
    return [{ kind: 'post', key: 'post', post, isSaidBelow } as const, ...woven];
  }, [post, timeline, opensAt, messages, hasEarlier, hasLater]);
}

function useAround(detail: ConversationDetail, messages: readonly Message[]): Around {
  const { id, inboxId, subject } = detail.conversation;
  const { outgoing } = detail;
  return useMemo(() => {
    const byId = new Map(messages.map((message) => [message.id, message]));
    return { conversationId: id, inboxId, subject, outgoing, find: (wanted: string) => byId.get(wanted) };
  }, [id, inboxId, subject, outgoing, messages]);
}

/** The message that somebody came for, while it is being shown to them. */
function useSought(at: string | null, { show }: Thread): string | null {
  const [sought, setSought] = useState<string | null>(null);
  useEffect(() => {
    setSought(null);
    if (at === null) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    show(at).then(
      (isHere) => {
        if (isOver) return;
        if (!isHere) {
          say({ title: t('flow.notHere') });
          return;
        }
        setSought(at);
        timer = setTimeout(() => setSought(null), SOUGHT_MS);
      },
      (error: unknown) => isOver || say({ title: inWords(error), isBad: true }),
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [at, show]);
  return sought;
}

function without(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const less = new Set(set);
  less.delete(key);
  return less;
}
