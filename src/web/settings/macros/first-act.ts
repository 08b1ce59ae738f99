import type { BulkAct } from '../../../wire/work.ts';

export type Kind = BulkAct['do'];
export const KINDS: readonly Kind[] = ['attention', 'assign', 'team', 'label', 'snooze', 'promise', 'resolve'];

export const DAY_MS = 24 * 60 * 60_000;
export const inFuture = (ms: number) => new Date(Date.now() + ms).toISOString();

/** What an act is before anything was chosen for it: something harmless that can be saved. */
export const FIRST: { readonly [K in Kind]: () => Extract<BulkAct, { do: K }> } = {
  attention: () => ({ do: 'attention', attention: 'answered' }),
  assign: () => ({ do: 'assign', agentId: null }),
  team: () => ({ do: 'team', teamId: null }),
  label: () => ({ do: 'label', add: [], remove: [] }),
  snooze: () => ({ do: 'snooze', until: inFuture(DAY_MS) }),
  promise: () => ({ do: 'promise', for: inFuture(DAY_MS), words: '' }),
  resolve: () => ({ do: 'resolve', resolution: 'proposed' }),
};
