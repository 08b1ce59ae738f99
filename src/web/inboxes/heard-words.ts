import type { Heard } from '../../wire/inboxes.ts';
import { locale, t } from '../text/t.ts';
import { momentWords } from '../time/words.ts';

const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
const capital = (words: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

/** How news comes just now: what comes at once and by which way, and why not more of it. */
export function heardWords({ atOnce, webhook }: Heard, now: number): string {
  const told = webhook ?? 'none';
  if (atOnce?.state === 'open') return t('heard.live', { told, what: capital(listed.format(atOnce.what)) });
  const why = atOnce && whyNot(atOnce, now);
  return [t('heard.told', { told }), ...(why === null ? [] : [why])].join(' ');
}

function whyNot(line: Exclude<NonNullable<Heard['atOnce']>, { state: 'open' }>, now: number): string {
  if (line.state === 'off') return t('heard.off', { why: line.why });
  // a time that is over is one at which it is tried again
  return line.state === 'resting' && Date.parse(line.until) > now
    ? t('heard.rests', { at: momentWords(line.until, now), why: line.why })
    : t('heard.opening');
}
