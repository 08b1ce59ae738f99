import type { SettingsSearch } from '../settings-search.ts';

/** The days of a filter as points in time of the reader's own clock; the last day counts whole. */
export function instants({ from, to }: Pick<SettingsSearch, 'from' | 'to'>) {
  return { from: dayBegins(from, 0), to: dayBegins(to, 1) };
}

function dayBegins(day: string | undefined, plusDays: number): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (!found) return undefined;
  const [year, month, date] = found.slice(1).map(Number);
  const at = new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + plusDays);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
