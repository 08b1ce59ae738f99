import { Button } from '../../parts/button.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { t } from '../../text/t.ts';

export function SecretDialog({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title={t('hooks.madeTitle')} about={t('hooks.madeAbout')} isWide>
      <CopyField label={t('hooks.secret')} value={secret} help={t('hooks.secretHelp')} />
      <DialogActs>
        <Button look="main" onClick={onClose}>
          {t('settings.done')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
