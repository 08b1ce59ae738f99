import { useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { Button } from '../../parts/button.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { t } from '../../text/t.ts';
import { endSelecting, useSelecting } from './selecting.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** In the composer's place while messages are chosen. */
export function SplitBar({ detail }: { readonly detail: ConversationDetail }) {
  const selecting = useSelecting((now) => now);
  const [isAsking, setAsking] = useState(false);
  const chosen = selecting?.chosen ?? new Set<string>();
  useKeys({ Escape: endSelecting }, true, 1);
  return (
    <section
      aria-label={t('split.label')}
      className="rise mx-6 mb-6 flex flex-none flex-wrap items-center gap-3 rounded-medium bg-accent-soft px-4 py-3 max-phone:mx-2 max-phone:mb-2"
    >
      <p aria-live="polite" className="me-auto">
        <b className="font-semibold">{t('split.count', { count: chosen.size })}</b>{' '}
        <span className="text-ink-2">{t('split.hint')}</span>
      </p>
      <Button onClick={endSelecting} className="bg-raised max-phone:!h-10">
        {t('dialog.cancel')}
      </Button>
      <Button look="main" disabled={chosen.size === 0} onClick={() => setAsking(true)} className="max-phone:!h-10">
        {t('split.next')}
      </Button>
      {isAsking && <SplitDialog detail={detail} chosen={chosen} onClose={() => setAsking(false)} />}
    </section>
  );
}
