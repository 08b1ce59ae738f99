import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Ban, BellOff, Pencil } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { inWords } from '../api/call.ts';
import { patchContact } from '../api/work-acts.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { INPUT } from '../parts/field.tsx';
import { say } from '../parts/toasts.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords, short } from '../time/words.ts';

type Person = ConversationDetail['contact'];

/** Who it is; and, before anything else, when what they write does not count as it usually does. */
export function Head({ contact, mayWork }: { readonly contact: Person; readonly mayWork: boolean }) {
  const { setRoom } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const followers = Math.max(0, ...contact.identities.map((identity) => identity.followers ?? 0));
  const about = [
    contact.language ? t('person.writes', { language: languageName(contact.language) }) : null,
    followers > 0 ? t('row.followers', { count: short(followers) }) : null,
  ].filter((part) => part !== null);
  return (
    <div className="border-b border-line p-4 max-phone:ps-2">
      <div className="group/head flex items-center gap-3">
        <IconButton
          label={t('person.back')}
          onClick={() => setRoom(undefined)}
          className="-ms-2 max-phone:ms-0 max-phone:!size-10 desk:hidden"
        >
          <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
        </IconButton>
        <Avatar name={contact.name} url={contact.avatarUrl} size={40} />
        {isEditing ? (
          <Rename contact={contact} onDone={() => setEditing(false)} />
        ) : (
          <>
            <div className="min-w-0 flex-1">
              <h1 className="truncate text-xl font-semibold" title={contact.name}>
                {contact.name || t('person.nameless')}
              </h1>
              {about.length > 0 && <p className="truncate text-ink-2">{about.join(' · ')}</p>}
            </div>
            {mayWork && (
              <IconButton
                label={t('person.rename')}
                onClick={() => setEditing(true)}
                className="flex-none opacity-0 group-hover/head:opacity-100 focus-visible:opacity-100 max-phone:!size-10 [@media(hover:none)]:opacity-100"
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
            )}
          </>
        )}
      </div>
      <Standings contact={contact} />
    </div>
  );
}

function Standings({ contact: { blockedAt, mutedAt } }: { readonly contact: Person }) {
  const now = useNow();
  return (
    <>
      {blockedAt && (
        <p className="mt-3 flex items-start gap-2 rounded-small bg-alarm-soft px-3 py-2 text-alarm">
          <Ban size={14} aria-hidden className="mt-[3px] flex-none" />
          {t('standing.isBlocked', { at: momentWords(blockedAt, now) })}
        </p>
      )}
      {mutedAt && (
        <p className="mt-3 flex items-start gap-2 rounded-small bg-warn-soft px-3 py-2 text-warn">
          <BellOff size={14} aria-hidden className="mt-[3px] flex-none" />
          {t('standing.isMuted', { at: momentWords(mutedAt, now) })}
        </p>
      )}
    </>
  );
}

function Rename({ contact, onDone }: { readonly contact: Person; readonly onDone: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(contact.name);
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The pencil that was pressed is gone: the hand is already here.
    box.current?.focus();
    box.current?.select();
  }, []);
  async function save(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '' || wanted === contact.name) {
      onDone();
      return;
    }
    setBusy(true);
    try {
      await patchContact(contact.id, { name: wanted });
      await client.invalidateQueries({ queryKey: ['conversation'] });
      say({ title: t('person.renamed', { name: wanted }) });
      onDone();
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      setBusy(false);
    }
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex min-w-0 flex-1 items-center gap-1.5">
      <input
        ref={box}
        aria-label={t('person.name')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
        className={INPUT}
      />
      <Button type="submit" look="main" isBusy={isBusy} className="max-phone:!h-10">
        {t('person.nameSave')}
      </Button>
    </form>
  );
}
