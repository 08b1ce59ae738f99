import type { z } from 'zod';
import type { InvitedAgent } from '../../../wire/people.ts';
import { Button } from '../../parts/button.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

export type Invited = z.infer<typeof InvitedAgent>;

/** A link for one person, shown once. */
export function LinkDialog({ made, onClose }: { readonly made: Invited; readonly onClose: () => void }) {
  const now = useNow();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('passOn.title', { name: made.agent.name })}
      about={t('passOn.about', { email: made.agent.email })}
    >
      <CopyField
        label={t('passOn.label')}
        value={made.link}
        help={t('passOn.until', { at: momentWords(made.linkExpiresAt, now) })}
      />
      <DialogActs>
        <Button look="main" onClick={onClose}>
          {t('settings.done')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
