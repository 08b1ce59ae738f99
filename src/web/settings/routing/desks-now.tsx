import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Routing } from '../../../wire/routing.ts';
import { agentsQuery } from '../../api/queries.ts';
import { Empty } from '../../parts/states.tsx';
import { compareNames } from '../../text/by-name.ts';
import { locale, t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { spanWords } from '../../time/words.ts';
import { Lines, Section } from '../parts/sheet.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { DeskLine } from './desk-line.tsx';

/** How long the queue is, who is here, and what each of them has. */
export function DesksNow({ now }: { readonly now: Routing }) {
  const agents = useQuery(agentsQuery).data ?? [];
  const at = useNow();
  const [editedId, setEditedId] = useState<string | null>(null);
  const usual = now.policies.find((one) => one.teamId === null)?.policy?.capacity ?? 0;
  const nameOf = (id: string) => agents.find((one) => one.id === id)?.name ?? '';
  const desks = now.desks.toSorted(
    (a, b) => Number(b.isGiven) - Number(a.isGiven) || compareNames(nameOf(a.agentId), nameOf(b.agentId)),
  );
  const here = now.desks.filter((one) => one.isGiven && one.presence === 'online' && one.isWithinHours);
  const room = here.reduce((sum, one) => sum + Math.max(0, (one.capacity ?? usual) - one.load), 0);
  const { waiting, since } = now.queue;
  const oldest = since === null ? 0 : at - Date.parse(since);
  const words = new Intl.NumberFormat(locale).format(waiting);
  const edited = now.desks.find((one) => one.agentId === editedId);
  return (
    <Section title={t('routing.now')} about={t('routing.nowAbout')}>
      <p className="mb-3 text-l">
        <strong className="font-semibold">{t('routing.queue', { count: waiting, words })}</strong>{' '}
        {oldest >= 60_000 && t('routing.queueSince', { span: spanWords(oldest) })}{' '}
        <span className="text-ink-2">
          {t('routing.here', { count: here.length })} {here.length > 0 && t('routing.room', { count: room })}
        </span>
      </p>
      {desks.length === 0 ? (
        <Empty title={t('routing.noDesks')}>{t('routing.noDesksAbout')}</Empty>
      ) : (
        <Lines label={t('routing.now')}>
          {desks.map((desk) => (
            <DeskLine
              key={desk.agentId}
              desk={desk}
              name={nameOf(desk.agentId)}
              usual={usual}
              onChange={() => setEditedId(desk.agentId)}
            />
          ))}
        </Lines>
      )}
      {edited && (
        <DeskDialog desk={edited} name={nameOf(edited.agentId)} usual={usual} onClose={() => setEditedId(null)} />
      )}
    </Section>
  );
}
