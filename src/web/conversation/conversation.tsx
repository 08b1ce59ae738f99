import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { triesBefore } from '../../core/person/tries.ts';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { putOpening } from '../api/acts.ts';
import { conversationQuery } from '../api/queries.ts';
import { useDesk } from '../desk/use-desk.ts';
import { arriveAt, headingFor, leave, setOut } from '../desk/way.ts';
import { endSelecting, useSelecting } from './acts/selecting.tsx';
import { useRights } from './acts/use-rights.ts';
import { Composer } from './composer/composer.tsx';
import { Header } from './header/header.tsx';
import { MovedInto, NotReadable } from './not-readable.tsx';
import { ConversationSkeleton } from './skeleton.tsx';
import { Flow } from './thread/flow.tsx';
import { useRefusal } from './use-refusal.ts';

const TriedElsewhere = lazy(() =>
  import('../person/tried-elsewhere.tsx').then((part) => ({ default: part.TriedElsewhere })),
);
const SplitBar = lazy(() => import('./acts/split-bar.tsx').then((part) => ({ default: part.SplitBar })));

/** Shorter looks are somebody going through the list by key. Milliseconds. */
const LOOK_MS = 700;

export function Conversation({ id }: { readonly id: string }) {
  const detail = useQuery(conversationQuery(id));
  const refusal = useRefusal(id, detail);
  const isThere = !detail.isPending || refusal !== null;
  // Keys wait from the moment it is on screen until everything in it listens.
  useLayoutEffect(() => {
    // Who is on the way to another one already goes there.
    if (!isThere && headingFor() === null) setOut(id);
  }, [id, isThere]);
  useEffect(() => {
    if (isThere) arriveAt(id);
  }, [id, isThere]);
  // With what is drawn: the next key may already lead back.
  useLayoutEffect(() => () => leave(id), [id]);
  if (!isThere) return <ConversationSkeleton />;
  if (!detail.data) return <NotReadable error={refusal ?? detail.error} onRetry={() => void detail.refetch()} />;
  const { mergedIntoId } = detail.data.conversation;
  if (mergedIntoId !== null) return <MovedInto id={mergedIntoId} />;
  return <Opened detail={detail.data} />;
}

function Opened({ detail }: { readonly detail: ConversationDetail }) {
  const client = useQueryClient();
  const { whatIsNext, search } = useDesk();
  const { id, attention, inboxId } = detail.conversation;
  const may = useRights(inboxId);
  const isSelecting = useSelecting((now) => now?.conversationId === id);
  const shouldTell = attention === 'needs_answer' && may('conversations.work', 'answer');
  useEffect(() => {
    if (!shouldTell) return;
    // Nothing hangs on it: that it was opened is a courtesy to colleagues.
    const timer = setTimeout(() => void putOpening(id).catch(() => {}), LOOK_MS);
    return () => clearTimeout(timer);
  }, [id, shouldTell]);
  useEffect(() => {
    // Whoever works through a list goes down it: the next one is read while this one is.
    const next = whatIsNext();
    if (next !== null && next !== id) void client.prefetchQuery(conversationQuery(next));
  }, [client, whatIsNext, id]);
  useEffect(() => endSelecting, []);
  const tries = triesBefore(detail.conversation, detail.elsewhere);
  const mayWrite = may('messages.send', 'answer') || may('conversations.work', 'answer');
  return (
    <div className="flex h-full flex-col">
      <Header detail={detail} />
      {tries.length > 0 && (
        <Suspense>
          <TriedElsewhere key={id} id={id} tries={tries} mayJoin={may('conversations.work', 'answer')} />
        </Suspense>
      )}
      <Flow detail={detail} at={'at' in search && typeof search.at === 'string' ? search.at : null} />
      {isSelecting && (
        <Suspense>
          <SplitBar detail={detail} />
        </Suspense>
      )}
      {mayWrite && (
        <div className={isSelecting ? 'hidden' : 'contents'}>
          <Composer detail={detail} />
        </div>
      )}
    </div>
  );
}
