/** A restart is none. */
const SHORTEST_MS = 5 * 60_000;

/**
 * What a network told nobody while we were away and will not tell again; null: nothing, it tries for long enough.
 *
 * @param lastOpen when our door was last seen open; null: never before
 * @param retriesMs how long the network tries again what was not answered; without an end, whoever sends keeps it
 */
export function lostWhileAway(
  lastOpen: Date | null,
  opened: Date,
  { network, retriesMs }: { readonly network: string; readonly retriesMs: number },
): { readonly from: Date; readonly to: Date; readonly why: string } | null {
  if (!lastOpen || !Number.isFinite(retriesMs)) return null;
  // What was said at the end of it is still tried again.
  const to = new Date(opened.getTime() - retriesMs);
  if (to.getTime() - lastOpen.getTime() < SHORTEST_MS) return null;
  const tries = retriesMs > 0 ? `tries for ${inWords(retriesMs)} only` : 'does not try again';
  return {
    from: lastOpen,
    to,
    why: `Earshot was not running, and ${network} ${tries}. It has no list of what was said.`,
  };
}

const HOUR_MS = 3_600_000;
function inWords(ms: number): string {
  const hours = Math.round(ms / HOUR_MS);
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
