import type { Choice } from './choose-agent.ts';

/** Why a conversation is whose it is, as it is kept with it. */
export interface Routed extends Pick<Choice, 'how' | 'points' | 'parts' | 'others' | 'out'> {
  readonly to: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who had it before, and left it unanswered. */
  readonly had: readonly string[];
  readonly policy: { readonly teamId: string | null; readonly version: number };
}

/** What was kept, where it says so: what a person took away leaves another note in its place. */
export function readRouted(kept: Readonly<Record<string, unknown>> | null): Routed | null {
  if (!kept || typeof kept.to !== 'string' || !Array.isArray(kept.parts) || !Array.isArray(kept.others)) return null;
  return kept as unknown as Routed;
}
