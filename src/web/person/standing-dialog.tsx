import { useQueryClient } from '@tanstack/react-query';
import type { Contact } from '../../wire/people.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { putStanding } from '../api/work-acts.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { SaveProblem, useSave } from '../parts/form.tsx';
import { t } from '../text/t.ts';

/** Blocking or muting a person, and letting them be heard again: what it means is said before it is done. */
export function StandingDialog({
  contact,
  about,
  onClose,
}: {
  readonly contact: Contact;
  readonly about: 'block' | 'mute';
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const save = useSave();
  const isOn = (about === 'block' ? contact.blockedAt : contact.mutedAt) !== null;
  const verb = about === 'block' ? (isOn ? 'unblock' : 'block') : isOn ? 'unmute' : 'mute';
  const name = contact.name || t('person.nameless');
  const put = async (isWanted: boolean) => {
    await putStanding(contact.id, about === 'block' ? { isBlocked: isWanted } : { isMuted: isWanted });
    void client.invalidateQueries({ queryKey: ['conversation'] });
    void client.invalidateQueries({ queryKey: ['list'] });
  };
  const change = () =>
    save.run(async () => {
      await put(!isOn);
      onClose();
      offerUndo(t(`standing.${verb}Done`, { name }), () => put(isOn));
    });
  return (
    <Dialog isOpen onClose={onClose} title={t(`standing.${verb}Title`, { name })}>
      <p className="text-ink-2">{t(`standing.${verb}About`)}</p>
      <SaveProblem save={save} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look={verb === 'block' ? 'alarm' : 'main'} isBusy={save.isBusy} onClick={() => void change()}>
          {t(`standing.${verb}`)}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
