import { Ban, BellOff } from 'lucide-react';
import { useState } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { Button } from '../parts/button.tsx';
import { t } from '../text/t.ts';
import { StandingDialog } from './standing-dialog.tsx';

/** Two ways not to be called by somebody; neither loses a word of theirs. */
export function Standing({ contact }: { readonly contact: ConversationDetail['contact'] }) {
  const [asking, setAsking] = useState<'block' | 'mute' | null>(null);
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">{t('standing.about')}</p>
      <div className="flex flex-wrap gap-2">
        <Button icon={<BellOff size={14} aria-hidden />} onClick={() => setAsking('mute')} className="max-phone:!h-10">
          {t(contact.mutedAt === null ? 'standing.mute' : 'standing.unmute')}
        </Button>
        <Button icon={<Ban size={14} aria-hidden />} onClick={() => setAsking('block')} className="max-phone:!h-10">
          {t(contact.blockedAt === null ? 'standing.block' : 'standing.unblock')}
        </Button>
      </div>
      {asking && <StandingDialog contact={contact} about={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}
