import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../../frame/use-me.ts';
import type { Thread } from './use-thread.ts';

/** What was said below while the reader looked further up. What the reader sends takes them to the end. */
export function useBelow(thread: Thread, isNowAtEnd: () => boolean, toEnd: () => void) {
  const me = useMe().agent?.id ?? null;
  const [isAtEnd, setAtEnd] = useState(true);
  const own = thread.messages.filter(({ isContext }) => !isContext);
  const last = own.at(-1);
  const seen = useRef(last?.id);
  const told = useRef(last?.id);
  const go = useRef({ isNowAtEnd, toEnd, readToEnd: thread.readToEnd });
  useEffect(() => {
    go.current = { isNowAtEnd, toEnd, readToEnd: thread.readToEnd };
  });

  const look = useCallback(() => setAtEnd(go.current.isNowAtEnd()), []);
  const toNewest = useCallback(
    () => void go.current.readToEnd().then(() => requestAnimationFrame(() => go.current.toEnd())),
    [],
  );
  // What is drawn may have grown or shrunk without a scroll.
  useEffect(look);
  useEffect(() => {
    if (isAtEnd && !thread.hasLater) seen.current = last?.id;
  }, [isAtEnd, thread.hasLater, last?.id]);
  useEffect(() => {
    const isNew = told.current !== undefined && told.current !== last?.id;
    told.current = last?.id;
    if (!isNew || !last || last.author.id !== me || last.direction === 'inbound') return;
    toNewest();
  }, [last, me, toNewest]);

  const from = own.findLastIndex(({ id }) => id === seen.current);
  const count = from === -1 ? 0 : own.slice(from + 1).filter(({ author }) => author.id !== me).length;
  return { isAtEnd, count, look, toNewest };
}
