import type { z } from 'zod';
import type { NewView, PatchView, SavedView } from '../../wire/views.ts';
import { call } from './call.ts';

export const addView = (view: z.input<typeof NewView>) => call<SavedView>('POST', '/api/views', view);
export const patchView = (id: string, change: z.input<typeof PatchView>) =>
  call<SavedView>('PATCH', `/api/views/${id}`, change);
export const deleteView = (id: string) => call<unknown>('DELETE', `/api/views/${id}`);
