import type { Quota } from '../../core/channel/connector.ts';

/** Reading leaves this many calls for answers. */
const KEPT = 30;

/** What the last answer said of the calls that are left, for each client. */
export interface AllowanceLeft {
  note(client: string, headers: Headers): void;
  /** How long reading must wait, in milliseconds; 0: not at all. */
  readingWaits(client: string): number;
  /** Calls that are left until the next reset; null: nobody knows. */
  callsLeft(client: string): number | null;
  quota(client: string): Quota | undefined;
}

export function createAllowanceLeft(now: () => Date): AllowanceLeft {
  const known = new Map<string, { used: number; left: number; resetsAt: number }>();
  return {
    note(client, headers) {
      const [used, left, seconds] = ['used', 'remaining', 'reset'].map((name) => numberIn(headers, name));
      if (left === undefined || seconds === undefined) return;
      known.set(client, { used: used ?? 0, left, resetsAt: now().getTime() + seconds * 1_000 });
    },
    readingWaits(client) {
      const state = known.get(client);
      if (!state || state.left >= KEPT) return 0;
      return Math.max(0, state.resetsAt - now().getTime());
    },
    callsLeft(client) {
      const state = known.get(client);
      return state && state.resetsAt > now().getTime() ? state.left : null;
    },
    quota(client) {
      const state = known.get(client);
      if (!state) return undefined;
      const { used, left, resetsAt } = state;
      return { of: 'calls of the app', used, limit: Math.round(used + left), resetsAt: new Date(resetsAt) };
    },
  };
}

/** `X-Ratelimit-Remaining` is a decimal, `-Reset` are seconds to go. */
export function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(`x-ratelimit-${name}`);
  const value = text === null ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
