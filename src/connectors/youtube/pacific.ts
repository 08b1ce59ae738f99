/** Google counts its days by the clock of California. */
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});
const HOUR_MS = 3_600_000;

/** `2026-11-20` */
export function pacificDay(at: Date): string {
  const part = partsOf(at);
  return `${part.year}-${part.month}-${part.day}`;
}

/** When the next day begins there. Days have 23 to 25 hours. */
export function nextPacificMidnight(at: Date): Date {
  const today = pacificDay(at);
  let hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
  do hour += HOUR_MS;
  while (pacificDay(new Date(hour)) === today);
  return new Date(hour);
}

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
}
