import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { call, inWords, query } from '../../api/call.ts';
import { follow, join, type Stretch, stretchOf } from './stretch.ts';

/** More steps than this to the end of a thread are not read one after another. */
const MOST_STEPS = 60;

export type Side = 'earlier' | 'later';
export interface Thread extends Stretch {
  readonly reading: Side | null;
  /** Why the last reading on that side did not work, in words. */
  readonly failed: { readonly side: Side; readonly why: string } | null;
  readonly read: (side: Side) => Promise<void>;
  /** Reads on to the newest message. */
  readonly readToEnd: () => Promise<void>;
  /** Makes a message part of the page; false when it is not in this conversation (any more). Rejects when it cannot be read. */
  readonly show: (messageId: string) => Promise<boolean>;
}

/** The conversation as far as it was read: it grows upwards and downwards, and stays true while it changes. */
export function useThread(detail: ConversationDetail): Thread {
  const { id } = detail.conversation;
  const [held, setHeld] = useState({ of: detail, page: stretchOf(detail) });
  let { page } = held;
  if (held.of !== detail) {
    page = follow(page, held.of, detail) ?? join(page, stretchOf(detail));
    setHeld({ of: detail, page });
  }
  const put = useCallback(
    (change: (old: Stretch) => Stretch) => setHeld((old) => ({ ...old, page: change(old.page) })),
    [],
  );
  const current = useRef(page);
  const newest = useRef(detail);
  useLayoutEffect(() => {
    current.current = page;
    newest.current = detail;
  });
  const [reading, setReading] = useState<Side | null>(null);
  const [failed, setFailed] = useState<Thread['failed']>(null);
  const busy = useRef(false);

  const grow = useCallback(
    async (side: Side, readMore: () => Promise<Stretch>) => {
      if (busy.current) return;
      busy.current = true;
      setReading(side);
      setFailed(null);
      try {
        const more = await readMore();
        put((old) => join(old, more, true));
      } catch (error) {
        setFailed({ side, why: inWords(error) });
      } finally {
        busy.current = false;
        setReading(null);
      }
    },
    [put],
  );

  const read = useCallback(
    async (side: Side) => {
      const from = ownEdge(current.current, side);
      if (from) await grow(side, () => readBeside(id, side, from));
    },
    [id, grow],
  );

  const readToEnd = useCallback(async () => {
    if (!current.current.hasLater) return;
    if (newest.current.hasLater) await grow('later', () => readOn(id, current.current));
    else put(() => stretchOf(newest.current));
  }, [id, put, grow]);

  const show = useCallback(
    async (messageId: string) => {
      if (current.current.messages.some((one) => one.id === messageId)) return true;
      const around = await call<ConversationDetail>('GET', `/api/conversations/${id}${query({ around: messageId })}`);
      if (!around.messages.some((one) => one.id === messageId)) return false;
      put((old) => {
        const joined = join(old, stretchOf(around));
        return joined.messages.some((one) => one.id === messageId) ? joined : stretchOf(around);
      });
      return true;
    },
    [id, put],
  );

  const { seq } = detail;
  const told = useRef(seq);
  useEffect(() => {
    // The window that opens at what waits is not where new words arrive: who stands at the end hears of them there.
    const isFresh = told.current !== seq;
    told.current = seq;
    if (!isFresh || !newest.current.hasLater || current.current.hasLater) return;
    let isOver = false;
    readOn(id, stretchOf(newest.current)).then(
      (tail) => !isOver && put((old) => join(old, tail, true)),
      // The next change asks again.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [id, seq, put]);

  return { ...page, reading, failed, read, readToEnd, show };
}

async function readBeside(id: string, side: Side, from: string): Promise<Stretch> {
  const asked = side === 'earlier' ? { before: from } : { after: from };
  const { messages, hasEarlier, hasLater } = await call<ConversationDetail>(
    'GET',
    `/api/conversations/${id}${query(asked)}`,
  );
  return side === 'earlier' ? { messages, hasEarlier, hasLater: true } : { messages, hasEarlier: true, hasLater };
}

/** Everything after a stretch. */
async function readOn(id: string, from: Stretch): Promise<Stretch> {
  let tail: Stretch = { messages: [], hasEarlier: true, hasLater: true };
  for (let step = 0; step < MOST_STEPS && tail.hasLater; step += 1) {
    const last = ownEdge(tail, 'later') ?? ownEdge(from, 'later');
    if (!last) break;
    const next = await readBeside(id, 'later', last);
    tail = join(tail, next, true);
    if (next.messages.length === 0) break;
  }
  return tail;
}

function ownEdge({ messages }: Stretch, side: Side): string | undefined {
  const own = messages.filter(({ isContext }) => !isContext);
  return (side === 'earlier' ? own[0] : own.at(-1))?.id;
}
