import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Contact } from '../../wire/people.ts';
import { inWords } from '../api/call.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { putStanding } from '../api/work-acts.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { t } from '../text/t.ts';

/** Blocking or muting a person, and letting them be heard again: what it means is said before it is done. */
export function StandingDialog({
  contact,
  about,
  onClose,
}: {
  readonly contact: z.infer<typeof Contact>;
  readonly about: 'block' | 'mute';
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isOn = (about === 'block' ? contact.blockedAt : contact.mutedAt) !== null;
  const verb = about === 'block' ? (isOn ? 'unblock' : 'block') : isOn ? 'unmute' : 'mute';
  const name = contact.name || t('person.nameless');
  const put = async (isWanted: boolean) => {
    await putStanding(contact.id, about === 'block' ? { isBlocked: isWanted } : { isMuted: isWanted });
    void client.invalidateQueries({ queryKey: ['conversation'] });
    void client.invalidateQueries({ queryKey: ['list'] });
  };
  async function change() {
    setBusy(true);
    setProblem(null);
    try {
      await put(!isOn);
      onClose();
      offerUndo(t(`standing.${verb}Done`, { name }), () => put(isOn));
    } catch (error) {
      setProblem(inWords(error));
      setBusy(false);
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={t(`standing.${verb}Title`, { name })}>
      <p className="text-ink-2">{t(`standing.${verb}About`)}</p>
      {problem && (
        <p role="alert" className="mt-3 rounded-small bg-alarm-soft px-3 py-2 text-alarm">
          {problem}
        </p>
      )}
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look={verb === 'block' ? 'alarm' : 'main'} isBusy={isBusy} onClick={() => void change()}>
          {t(`standing.${verb}`)}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
