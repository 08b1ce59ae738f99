import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { putOpening } from '../api/acts.ts';
import { conversationQuery } from '../api/queries.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMay } from '../frame/use-me.ts';
import { LoadFailed } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { Composer } from './composer/composer.tsx';
import { Flow } from './flow.tsx';
import { BackOnly, Header } from './header.tsx';
import { ConversationSkeleton } from './skeleton.tsx';

/** Shorter looks are somebody going through the list by key. Milliseconds. */
const LOOK_MS = 700;

export function Conversation({ id }: { readonly id: string }) {
  const { open } = useDesk();
  const detail = useQuery(conversationQuery(id));
  if (detail.isPending) return <ConversationSkeleton />;
  if (detail.isError && !detail.data) {
    return (
      <div className="flex h-full flex-col">
        <BackOnly onBack={() => open(null)} />
        <LoadFailed what={t('what.conversation')} error={detail.error} onRetry={() => void detail.refetch()} />
      </div>
    );
  }
  return <Opened detail={detail.data} />;
}

function Opened({ detail }: { readonly detail: ConversationDetail }) {
  const may = useMay();
  const client = useQueryClient();
  const { whatIsNext } = useDesk();
  const { id, attention } = detail.conversation;
  const shouldTell = attention === 'needs_answer' && may('conversations.work');
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
  return (
    <div className="flex h-full flex-col">
      <Header detail={detail} />
      <Flow detail={detail} />
      {(may('messages.send') || may('conversations.work')) && <Composer detail={detail} />}
    </div>
  );
}
