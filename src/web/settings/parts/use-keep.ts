import { useState } from 'react';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { type Save, useSave } from '../../parts/form.tsx';
import { useRefresh } from './use-refresh.ts';

/**
 * Keeps a thing that has an address of its own below `path`: a new one is made, a known one is changed, and what that
 * touched is read anew. The id of a new one is made here, so that what was sent twice is one thing.
 */
export function useKeep(
  path: string,
  knownId: string | undefined,
  ...touched: readonly string[]
): { readonly save: Save; readonly keep: (body: object) => Promise<boolean> } {
  const save = useSave();
  const refresh = useRefresh(...touched);
  const [fresh] = useState(newId);
  async function keep(body: object): Promise<boolean> {
    const done = await save.run(() =>
      knownId === undefined ? call('POST', path, { id: fresh, ...body }) : call('PATCH', `${path}/${knownId}`, body),
    );
    if (done !== null) void refresh();
    return done !== null;
  }
  return { save, keep };
}
