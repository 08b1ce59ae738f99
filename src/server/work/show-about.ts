import type { InboxRights } from '../../core/access/inbox-rights.ts';
import type { WorkAbout } from '../../storage/work/about-conversation.ts';
import type { ConversationDetail } from '../../wire/conversations.ts';
import type { FieldValues } from '../../wire/work.ts';
import { showRow } from '../conversations/show-row.ts';
import { showContactNote, showTask } from './show.ts';

type Shown = Pick<ConversationDetail, 'fields' | 'contactFields' | 'contactNotes' | 'tasks' | 'linked' | 'merged'>;

export function showWorkAbout(about: WorkAbout, rights: InboxRights): Shown {
  return {
    fields: about.fields as FieldValues,
    contactFields: about.contactFields as FieldValues,
    contactNotes: about.contactNotes.map(showContactNote),
    tasks: about.tasks.map(showTask),
    linked: about.linked.map((row) => showRow(row, rights)),
    merged: about.merged.map(({ conversation, undoId }) => ({ conversation: showRow(conversation, rights), undoId })),
  };
}
