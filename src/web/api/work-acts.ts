import type { z } from 'zod';
import type { ContactNote } from '../../wire/contacts.ts';
import type { BulkAct, Bulked, FieldValues, Label, NewLabel, NewTask, PatchTask, Undone } from '../../wire/work.ts';
import { call } from './call.ts';

const of = (id: string) => `/api/conversations/${id}`;
const person = (id: string) => `/api/contacts/${id}`;
type Reversible = { readonly undoId: string };

/** One act on one or many; it can be taken back by its `undoId`. The same `id` sent twice is done once. */
export const doAct = (id: string, conversations: readonly string[], act: BulkAct) =>
  call<Bulked>('POST', '/api/bulk', { id, conversations, act });
export const undoAct = (undoId: string) => call<Undone>('POST', `/api/undo/${undoId}`);

export const addLabel = (label: z.input<typeof NewLabel>) => call<Label>('POST', '/api/labels', label);
export const putFields = (id: string, values: FieldValues) => call<unknown>('PUT', `${of(id)}/fields`, { values });

export const addTask = (id: string, task: z.input<typeof NewTask>) => call<unknown>('POST', `${of(id)}/tasks`, task);
export const patchTask = (id: string, change: z.input<typeof PatchTask>) =>
  call<unknown>('PATCH', `/api/tasks/${id}`, change);
export const deleteTask = (id: string) => call<unknown>('DELETE', `/api/tasks/${id}`);

export const addLink = (id: string, conversationId: string) =>
  call<unknown>('POST', `${of(id)}/links`, { conversationId });
export const removeLink = (id: string, conversationId: string) =>
  call<unknown>('DELETE', `${of(id)}/links/${conversationId}`);
/** `conversations` become part of `into`. */
export const mergeInto = (into: string, merge: { readonly id: string; readonly conversations: readonly string[] }) =>
  call<Reversible>('POST', `${of(into)}/merge`, merge);
export const splitOff = (
  from: string,
  split: { readonly id: string; readonly conversationId: string; readonly messages: readonly string[] },
) => call<Reversible>('POST', `${of(from)}/split`, split);

export const patchContact = (id: string, change: { readonly name: string }) =>
  call<unknown>('PATCH', person(id), change);
export const putContactFields = (id: string, values: FieldValues) =>
  call<unknown>('PUT', `${person(id)}/fields`, { values });
export const putStanding = (id: string, standing: { readonly isBlocked?: boolean; readonly isMuted?: boolean }) =>
  call<unknown>('PUT', `${person(id)}/standing`, standing);
export const addContactNote = (id: string, note: { readonly id: string; readonly text: string }) =>
  call<ContactNote>('POST', `${person(id)}/notes`, note);
export const patchContactNote = (id: string, noteId: string, text: string) =>
  call<unknown>('PATCH', `${person(id)}/notes/${noteId}`, { text });
export const deleteContactNote = (id: string, noteId: string) =>
  call<unknown>('DELETE', `${person(id)}/notes/${noteId}`);
