import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../wire/people.ts';
import { call, inWords } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { Chip } from '../parts/chip.tsx';
import { Card } from '../parts/page.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { agoWords } from '../time/words.ts';
import { browserName } from './browser-name.ts';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call<{ items: Session[] }>('GET', '/api/me/sessions', undefined, signal)).items,
});

/** Where this agent is signed in; each can be ended from here. */
export function Sessions() {
  const client = useQueryClient();
  const now = useNow();
  const sessions = useQuery(sessionsQuery);
  async function end(id: string) {
    try {
      await call('DELETE', `/api/me/sessions/${id}`);
      say({ title: t('sessions.ended') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      await client.invalidateQueries({ queryKey: ['sessions'] });
    }
  }
  return (
    <Card>
      <h2 className="mb-2 font-semibold">{t('sessions.title')}</h2>
      {sessions.isPending ? (
        <Skeleton className="h-10" />
      ) : sessions.isError ? (
        <LoadFailed what={t('what.sessions')} error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul>
          {sessions.data.map((session) => (
            <li key={session.id} className="flex items-center gap-3 py-1.5">
              <div className="min-w-0 flex-1">
                <p className="flex items-center gap-2">
                  {browserName(session.userAgent) ?? t('sessions.unknown')}
                  {session.isThis && <Chip tone="accent">{t('sessions.this')}</Chip>}
                </p>
                <p className="num text-s text-ink-3">
                  {session.address} · {agoWords(session.lastSeenAt, now)}
                </p>
              </div>
              {!session.isThis && <Button onClick={() => void end(session.id)}>{t('sessions.end')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
