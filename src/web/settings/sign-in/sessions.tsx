import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Session } from '../../../wire/people.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords } from '../../time/words.ts';
import { browserName } from '../browser-name.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call<{ items: Session[] }>('GET', '/api/me/sessions', undefined, signal)).items,
});

/** Where this agent is signed in; each can be ended from here. */
export function Sessions() {
  const settle = useSettle('sessions');
  const sessions = useQuery(sessionsQuery);
  const [ask, asked] = useConfirm();
  async function endOthers() {
    const isSure = await ask({
      title: t('sessions.endOthersTitle'),
      about: t('sessions.endOthersAbout'),
      act: t('sessions.endOthers'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', '/api/me/sessions', undefined, t('sessions.othersEnded'));
  }
  const hasOthers = (sessions.data ?? []).some((one) => !one.isThis);
  return (
    <Section
      title={t('sessions.title')}
      about={t('sessions.about')}
      acts={hasOthers && <Button onClick={() => void endOthers()}>{t('sessions.endOthers')}</Button>}
    >
      <Loaded query={sessions} what={t('what.sessions')}>
        {(items) => (
          <Lines label={t('sessions.title')}>
            {items.map((session) => (
              <SessionLine
                key={session.id}
                session={session}
                onEnd={() => void settle('DELETE', `/api/me/sessions/${session.id}`, undefined, t('sessions.ended'))}
              />
            ))}
          </Lines>
        )}
      </Loaded>
      {asked}
    </Section>
  );
}

export function SessionLine({ session, onEnd }: { readonly session: Session; readonly onEnd?: () => void }) {
  const now = useNow();
  const name = browserName(session.userAgent) ?? t('sessions.unknown');
  return (
    <Line>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {name}
          {session.isThis && <Chip tone="accent">{t('sessions.this')}</Chip>}
        </p>
        <p className="num text-s text-ink-3">
          {session.address} · {agoWords(session.lastSeenAt, now)}
        </p>
      </div>
      {!session.isThis && onEnd && (
        <Button look="quiet" onClick={onEnd} aria-label={t('sessions.endOf', { name })}>
          {t('sessions.end')}
        </Button>
      )}
    </Line>
  );
}
