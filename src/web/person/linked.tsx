import { useQueryClient } from '@tanstack/react-query';
import { Undo2, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { inWords } from '../api/call.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { addLink, removeLink } from '../api/work-acts.ts';
import { takeBack } from '../conversation/acts/use-reversible.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { Touch } from './touch.tsx';
import { useChange } from './use-change.ts';

/** What belongs to this one: linked, and each a conversation of its own; or merged, and part of it until that is taken back. */
export function Linked({ detail, mayWork }: { readonly detail: ConversationDetail; readonly mayWork: boolean }) {
  const { linked, merged, conversation } = detail;
  const { id } = conversation;
  const client = useQueryClient();
  const change = useChange(id);
  const [busy, setBusy] = useState<string | null>(null);
  const refresh = () => void client.invalidateQueries({ queryKey: ['conversation'] });
  async function unlink(other: string) {
    const isGone = await change(
      (old) => ({ ...old, linked: old.linked.filter((row) => row.id !== other) }),
      () => removeLink(id, other),
    );
    if (isGone) offerUndo(t('linked.removed'), () => addLink(id, other).then(refresh));
  }
  async function unmerge(undoId: string) {
    setBusy(undoId);
    try {
      await takeBack(undoId);
      say({ title: t('merged.takenBack') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      setBusy(null);
      refresh();
      void client.invalidateQueries({ queryKey: ['list'] });
    }
  }
  return (
    <>
      <ul>
        {linked.map((row) => (
          <li key={row.id} className="flex items-start gap-2">
            <Touch row={row} withName={row.contact.id !== conversation.contact.id} />
            {mayWork && (
              <IconButton
                label={t('linked.remove', { name: row.contact.name || t('person.nameless') })}
                onClick={() => void unlink(row.id)}
                className="-me-2 !size-7 flex-none max-phone:!size-10"
              >
                <Unlink size={13} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {merged.length > 0 && (
        <>
          <h3 className="mt-2 mb-1 text-s text-ink-3">{t('merged.title')}</h3>
          <ul>
            {merged.map(({ conversation: row, undoId }) => (
              <li key={row.id} className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-2 py-[3px]">
                <NetworkMark channel={row.channel} />
                <span className="truncate">
                  {row.contact.id === conversation.contact.id
                    ? row.subject || row.preview || t('row.noText')
                    : row.contact.name || t('person.nameless')}
                </span>
                {mayWork && (
                  <Button
                    look="quiet"
                    isBusy={busy === undoId}
                    onClick={() => void unmerge(undoId)}
                    icon={<Undo2 size={13} aria-hidden />}
                    className="!h-7 !px-2 text-s max-phone:!h-10"
                  >
                    {t('merged.takeBack')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
