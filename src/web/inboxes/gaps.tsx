import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Inbox } from '../../wire/inboxes.ts';
import { call, inWords } from '../api/call.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/page.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { fullWords } from '../time/words.ts';

/** Times of which the network tells nothing any more, with the people who may have written in them. */
export function Gaps({ inbox: { id: inboxId, health } }: { readonly inbox: Inbox }) {
  const client = useQueryClient();
  const may = useMay();
  const [busy, setBusy] = useState<string | null>(null);
  if (health.gaps.length === 0) return null;
  async function settle(id: string) {
    setBusy(id);
    try {
      await call('POST', `/api/inboxes/${inboxId}/settled-gaps`, { gapId: id });
      say({ title: t('gaps.settled') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      setBusy(null);
      await client.invalidateQueries({ queryKey: ['inboxes'] });
    }
  }
  return (
    <Card>
      <h2 className="text-l font-semibold">{t('gaps.title')}</h2>
      <p className="text-ink-2">{t('gaps.about')}</p>
      <ul className="mt-3 grid gap-4">
        {health.gaps.map(({ id, from, to, why, people }) => (
          <li key={id} className="grid gap-2 border-t border-line pt-3">
            <p className="num font-medium">{t('gaps.span', { from: fullWords(from), to: fullWords(to) })}</p>
            <p className="text-ink-2">{why}</p>
            {people.length > 0 && (
              <p>
                <span className="text-ink-3">{t('gaps.people')} </span>
                {people.map(({ conversationId, name }, at) => (
                  <span key={conversationId}>
                    {at > 0 && ', '}
                    <Link to="/desk/$id" params={{ id: conversationId }} className="text-accent hover:underline">
                      {name || t('person.nameless')}
                    </Link>
                  </span>
                ))}
              </p>
            )}
            {may('conversations.work') && (
              <p>
                <Button isBusy={busy === id} onClick={() => void settle(id)}>
                  {t('gaps.settle')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
