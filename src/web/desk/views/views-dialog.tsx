import { Dialog } from '../../parts/dialog.tsx';
import { t } from '../../text/t.ts';
import { Views } from './views.tsx';

/** The views where they have no column of their own. */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title={t('views.label')}>
      <Views onChoose={onClose} />
    </Dialog>
  );
}
