import { CircleAlert, ExternalLink, LayoutTemplate } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Way } from '../../../wire/replying.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { useReversible } from '../acts/use-reversible.ts';

const TemplateDialog = lazy(() => import('./template-dialog.tsx').then((part) => ({ default: part.TemplateDialog })));

/** A way that is shut: the network's reason, and what can be done all the same. Where else to go is in the tabs above. */
export function ClosedWay({ way, detail }: { readonly way: Way; readonly detail: ConversationDetail }) {
  const [isChoosing, setChoosing] = useState(false);
  const act = useReversible();
  const { conversation } = detail;
  async function answeredThere(url: string) {
    const reason = t('elsewhere.reason', { host: hostOf(url) });
    const change = { attention: 'answered' as const, waitingSince: null, openedAt: null, snoozedUntil: null };
    await act(conversation.id, change, { do: 'attention', attention: 'answered', reason }, reason);
  }
  return (
    <div role="note" aria-label={way.label} className="flex items-start gap-2 px-4 py-4 text-l text-ink-2">
      <CircleAlert size={16} aria-hidden className="mt-[3px] flex-none text-warn" />
      <div className="grid justify-items-start gap-3">
        <p>{way.closedBecause ?? t('composer.closedUnknown')}</p>
        <div className="flex flex-wrap gap-2 empty:hidden">
          {way.takesTemplates && (
            <Button look="main" onClick={() => setChoosing(true)}>
              <LayoutTemplate size={14} aria-hidden />
              {t('template.open')}
            </Button>
          )}
          {way.elsewhere && (
            <a
              href={way.elsewhere}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex h-8 items-center gap-1.5 rounded-small border border-edge bg-raised px-3 font-medium text-ink max-phone:h-10 hover:bg-sunken"
            >
              <ExternalLink size={14} aria-hidden />
              {t('elsewhere.open', { host: hostOf(way.elsewhere) })}
            </a>
          )}
          {way.elsewhere && conversation.attention === 'needs_answer' && (
            <Button onClick={() => void answeredThere(way.elsewhere ?? '')}>{t('elsewhere.done')}</Button>
          )}
        </div>
      </div>
      {isChoosing && (
        <Suspense>
          <TemplateDialog way={way} detail={detail} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </div>
  );
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);
