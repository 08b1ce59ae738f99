import { useState } from 'react';
import type { ContactNote } from '../../wire/contacts.ts';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { newId } from '../api/new-id.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { addContactNote, deleteContactNote, patchContactNote } from '../api/work-acts.ts';
import { Words } from '../conversation/message/words.tsx';
import { useMe } from '../frame/use-me.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { NoteBox } from './note-box.tsx';
import { useChange } from './use-change.ts';

/** What the team knows of a person, whatever they write about. Nobody outside ever reads it. */
export function Notes({ detail, mayWork }: { readonly detail: ConversationDetail; readonly mayWork: boolean }) {
  const { contact, conversation, contactNotes } = detail;
  const me = useMe().agent;
  const change = useChange(conversation.id);
  const [editing, setEditing] = useState<Pick<ContactNote, 'id' | 'text'> | null>(null);
  const put = (next: (notes: readonly ContactNote[]) => ContactNote[]) => (old: ConversationDetail) => ({
    ...old,
    contactNotes: next(old.contactNotes),
  });
  const add = (text: string) => {
    const note = { id: newId(), text };
    const shown: ContactNote = {
      ...note,
      authorId: me?.id ?? null,
      authorName: me?.name ?? null,
      at: new Date().toISOString(),
      editedAt: null,
    };
    return change(
      put((notes) => [shown, ...notes]),
      () => addContactNote(contact.id, note),
    );
  };
  async function alter({ id, text }: Pick<ContactNote, 'id' | 'text'>) {
    setEditing(null);
    const isKept = await change(
      put((notes) => notes.map((one) => (one.id === id ? { ...one, text } : one))),
      () => patchContactNote(contact.id, id, text),
    );
    if (!isKept) setEditing({ id, text });
    return isKept;
  }
  async function remove(note: ContactNote) {
    const isGone = await change(
      put((notes) => notes.filter((one) => one.id !== note.id)),
      () => deleteContactNote(contact.id, note.id),
    );
    if (isGone) offerUndo(t('note.deleted'), () => addContactNote(contact.id, { id: newId(), text: note.text }));
  }
  return (
    <div className="grid gap-2">
      {contactNotes.length === 0 && !mayWork && <p className="text-ink-3">{t('note.none')}</p>}
      {contactNotes.length > 0 && (
        <ul className="grid gap-2">
          {contactNotes.map((note) =>
            editing?.id === note.id ? (
              <li key={note.id}>
                <NoteBox
                  start={editing.text}
                  submit={t('note.save')}
                  onCancel={() => setEditing(null)}
                  onText={(text) => alter({ id: note.id, text })}
                />
              </li>
            ) : (
              <NoteView
                key={note.id}
                note={note}
                mayChange={mayWork && note.authorId === me?.id}
                onEdit={() => setEditing(note)}
                onDelete={() => void remove(note)}
              />
            ),
          )}
        </ul>
      )}
      {mayWork && <NoteBox submit={t('note.add')} onText={add} />}
    </div>
  );
}

function NoteView({
  note,
  mayChange,
  onEdit,
  onDelete,
}: {
  readonly note: ContactNote;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const now = useNow();
  const act = 'rounded-small text-s text-ink-2 underline-offset-2 hover:text-ink hover:underline max-phone:min-h-10';
  return (
    <li className="group/note rounded-medium bg-note-soft px-3 py-2">
      <Words text={note.text} />
      <p className="mt-1 flex flex-wrap gap-x-2 text-s text-note">
        <span title={fullWords(note.at)}>
          {t('note.by', { name: note.authorName ?? t('actor.system'), at: momentWords(note.at, now) })}
          {note.editedAt && ` · ${t('note.edited')}`}
        </span>
        {mayChange && (
          <span className="ms-auto flex gap-2 opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 [@media(hover:none)]:opacity-100">
            <button type="button" onClick={onEdit} className={act}>
              {t('note.edit')}
            </button>
            <button type="button" onClick={onDelete} className={act}>
              {t('note.delete')}
            </button>
          </span>
        )}
      </p>
    </li>
  );
}
