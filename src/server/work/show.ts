import type { ContactNoteRow } from '../../storage/contacts/notes.ts';
import type { FieldRow } from '../../storage/work/fields.ts';
import type { LabelRow } from '../../storage/work/labels.ts';
import type { TaskRow } from '../../storage/work/tasks.ts';
import type { ContactNote } from '../../wire/contacts.ts';
import { Colour, type CustomField, type Label, type Task } from '../../wire/work.ts';

export function showLabel({ id, name, colour, isArchived }: LabelRow): Label {
  return { id, name, colour: Colour.catch('grey').parse(colour), isArchived };
}

export function showField({ id, about, name, kind, choices, isArchived, position }: FieldRow): CustomField {
  return { id, about, name, kind, choices: [...choices], isArchived, position };
}

export function showTask(task: TaskRow): Task {
  return {
    id: task.id,
    conversationId: task.conversationId,
    text: task.text,
    assigneeId: task.assigneeId,
    dueAt: task.dueAt?.toISOString() ?? null,
    doneAt: task.doneAt?.toISOString() ?? null,
    doneBy: task.doneBy,
    createdBy: task.createdBy,
    createdAt: task.createdAt.toISOString(),
  };
}

export function showContactNote({ id, text, authorId, authorName, at, editedAt }: ContactNoteRow): ContactNote {
  return { id, text, authorId, authorName, at: at.toISOString(), editedAt: editedAt?.toISOString() ?? null };
}
