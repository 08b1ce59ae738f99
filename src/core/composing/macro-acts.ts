import type { Json } from '../ids.ts';
import type { WorkAct } from '../work/act.ts';

const MINUTE_MS = 60_000;
/** Counted from the stroke it must stay in the calendar, whenever that is. */
const FARTHEST_MS = 100 * 365 * 24 * 60 * MINUTE_MS;

/**
 * An act as a macro keeps it: its time counts from the stroke. "Snoozed until tomorrow at nine", kept as an hour of one
 * day, would be over the day after.
 */
export function toKept(act: WorkAct, now: Date): Json {
  const after = (at: string) =>
    Math.min(FARTHEST_MS, Math.max(MINUTE_MS, Math.round((Date.parse(at) - now.getTime()) / MINUTE_MS) * MINUTE_MS));
  if (act.do === 'snooze') return { do: act.do, afterMs: act.until === null ? null : after(act.until) };
  if (act.do === 'promise') return { do: act.do, words: act.words, afterMs: act.for === null ? null : after(act.for) };
  return JSON.parse(JSON.stringify(act));
}

/** The act as it would be done now. */
export function fromKept(kept: Json, now: Date): WorkAct {
  const act = kept as unknown as { readonly do: string; readonly words?: string; readonly afterMs?: number | null };
  const at = typeof act.afterMs === 'number' ? new Date(now.getTime() + act.afterMs).toISOString() : null;
  if (act.do === 'snooze') return { do: 'snooze', until: at };
  if (act.do === 'promise') return { do: 'promise', for: at, words: act.words ?? '' };
  return act as unknown as WorkAct;
}
