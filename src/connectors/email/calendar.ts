import { decodeText } from './charset.ts';
import type { Mail } from './mail.ts';

/** An invitation in words, so that nobody needs to open the file to know what is asked; '' without one. */
export function calendarWords(mail: Mail): string {
  const bytes = mail.parts.find(
    ({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics',
  )?.bytes;
  if (!bytes) return '';
  const lines = decodeText(bytes, 'utf-8')
    .slice(0, 100_000)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const begins = lines.indexOf('BEGIN:VEVENT');
  if (begins < 0) return '';
  const event = lines.slice(begins, lines.indexOf('END:VEVENT', begins) + 1 || undefined);
  const method = value(lines, 'METHOD').toUpperCase();
  const starts = when(event, 'DTSTART');
  const ends = when(event, 'DTEND');
  return [
    `${TITLES[method] ?? 'Calendar event'}: ${unescaped(value(event, 'SUMMARY')) || '(no title)'}`,
    starts && `When: ${starts}${ends ? ` to ${ends}` : ''}`,
    value(event, 'LOCATION') && `Where: ${unescaped(value(event, 'LOCATION'))}`,
    value(event, 'ORGANIZER') && `From: ${value(event, 'ORGANIZER').replace(/^mailto:/i, '')}`,
    method === 'REPLY' && `Answer: ${answer(event)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

const TITLES: Readonly<Record<string, string>> = {
  REQUEST: 'Invitation',
  CANCEL: 'Cancelled',
  REPLY: 'Answer to an invitation',
  COUNTER: 'Another time is proposed for',
  PUBLISH: 'Calendar event',
};

const line = (lines: readonly string[], name: string) =>
  lines.find((one) => one.toUpperCase().startsWith(`${name}:`) || one.toUpperCase().startsWith(`${name};`)) ?? '';

/** Quoted parameters may hold colons (`TZID="(UTC+02:00) Athens"`). */
const value = (lines: readonly string[], name: string) =>
  /^[^:"]*(?:"[^"]*"[^:"]*)*:(.*)$/.exec(line(lines, name))?.[1]?.trim().slice(0, 500).toWellFormed() ?? '';

/** `2026-11-24 10:00 (Europe/Athens)`: as the sender wrote it; the zone is not converted, since its rules are the sender's. */
function when(event: readonly string[], name: string): string {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(value(event, name));
  if (!parts) return '';
  const [, year, month, day, hour, minute, isUtc] = parts;
  const zone = isUtc ? 'UTC' : (/TZID=(?:"([^"]*)"|([^:;]*))/i.exec(line(event, name))?.slice(1).find(Boolean) ?? '');
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}${zone ? ` (${zone})` : ''}` : ''}`;
}

const answer = (event: readonly string[]) =>
  /PARTSTAT=([A-Z-]+)/i.exec(line(event, 'ATTENDEE'))?.[1]?.toLowerCase() ?? 'unclear';

const unescaped = (text: string) => text.replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1');
