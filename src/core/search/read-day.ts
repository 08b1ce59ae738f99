const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = {
  h: DAY_MS / 24,
  d: DAY_MS,
  w: 7 * DAY_MS,
  m: 30 * DAY_MS,
  y: 365 * DAY_MS,
};

/** The moment that a day, month, year or stretch of time before now begins at, in UTC. Null: it is none of these. */
export function readDay(text: string, now: Date): Date | null {
  const word = text.toLowerCase();
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  if (word === 'today') return new Date(today);
  if (word === 'yesterday') return new Date(today - DAY_MS);
  const ago = /^(\d{1,4})([hdwmy])$/.exec(word);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * (UNITS[ago[2] ?? ''] ?? 0));
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(word);
  if (!date) return null;
  const [year, month, day] = [Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1)];
  const at = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is a slip and not the 3rd of March.
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1970 ? at : null;
}
