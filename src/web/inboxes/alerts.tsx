import { TriangleAlert } from 'lucide-react';
import type { Inbox } from '../../wire/inboxes.ts';
import { Card } from '../parts/page.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { agoWords, fullWords } from '../time/words.ts';

/** What is wrong with an inbox now, since when, and what to do. Each goes by itself when it is over. */
export function Alerts({ inbox: { health } }: { readonly inbox: Inbox }) {
  const now = useNow();
  if (health.alerts.length === 0) return null;
  return (
    <Card>
      <h2 className="sr-only">{t('alerts.title')}</h2>
      <ul className="grid gap-4">
        {health.alerts.map(({ id, kind, detail, todo, since }) => (
          <li key={id} className="flex items-start gap-3">
            <TriangleAlert
              size={16}
              aria-hidden
              className={`mt-[3px] flex-none ${kind === 'login' ? 'text-alarm' : 'text-warn'}`}
            />
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{t(`alert.${kind}`)}</span>
                <span className="text-s text-ink-3" title={fullWords(since)}>
                  {agoWords(since, now)}
                </span>
              </p>
              <p className="[overflow-wrap:anywhere]">{detail}</p>
              <p className="text-ink-2">{todo}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
