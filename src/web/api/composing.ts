import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Draft,
  DraftList,
  FilledReply,
  Macro,
  MacroList,
  MacroRan,
  NewSavedReply,
  PutDraft,
  RunMacro,
  SavedReply,
  SavedReplyList,
} from '../../wire/composing.ts';
import { compareNames } from '../text/by-name.ts';
import { call } from './call.ts';

const of = (id: string) => `/api/conversations/${id}`;
export type KeptDraft = z.input<typeof PutDraft>;

export const getDrafts = async (id: string) => (await call<z.infer<typeof DraftList>>('GET', `${of(id)}/draft`)).items;
export const putDraft = (id: string, draft: KeptDraft) => call<Draft>('PUT', `${of(id)}/draft`, draft);

/** Conversations in which something was begun and not sent. Whoever hears of a draft invalidates it. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async ({ signal }) => (await call<z.infer<typeof DraftList>>('GET', '/api/drafts', undefined, signal)).items,
  staleTime: 30_000,
});

export const savedRepliesQuery = queryOptions({
  queryKey: ['saved-replies'],
  queryFn: async ({ signal }) => {
    const replies = await call<z.infer<typeof SavedReplyList>>('GET', '/api/saved-replies', undefined, signal);
    return { ...replies, items: replies.items.toSorted((a, b) => b.uses - a.uses || compareNames(a.title, b.title)) };
  },
  staleTime: 60_000,
});
export const addSavedReply = (reply: z.input<typeof NewSavedReply>) =>
  call<SavedReply>('POST', '/api/saved-replies', reply);
export const fillReply = (id: string, replyId: string) =>
  call<FilledReply>('GET', `${of(id)}/saved-replies/${replyId}`);
export const noteUse = (id: string, replyId: string) => call<unknown>('POST', `${of(id)}/saved-replies/${replyId}/use`);

export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: async ({ signal }): Promise<Macro[]> =>
    (await call<z.infer<typeof MacroList>>('GET', '/api/macros', undefined, signal)).items.toSorted(
      (a, b) => b.uses - a.uses || compareNames(a.name, b.name),
    ),
  staleTime: 60_000,
});
export const runMacro = (id: string, macroId: string, run: z.input<typeof RunMacro>) =>
  call<z.infer<typeof MacroRan>>('POST', `${of(id)}/macros/${macroId}`, run);

export const putSchedule = (outgoingId: string, sendAt: Date) =>
  call<unknown>('PUT', `/api/outgoing/${outgoingId}/schedule`, { sendAt: sendAt.toISOString() });
