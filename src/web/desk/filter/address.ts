import {
  ABOUT_NUMBER,
  ABOUT_STATE,
  ABOUT_TEXT,
  ABOUT_VALUE,
  type Condition,
  FIELD_IS,
  type Filter,
  MOST_CONDITIONS,
} from '../../../core/conversation/filter.ts';

/**
 * A filter as it stands in an address: `assignee.one_of.me_none waiting_minutes.at_least.60`, which a browser writes
 * with `+` between. It can be read, typed and passed on. Null: nothing is asked.
 */
export function filterToAddress({ match, conditions }: Filter): string | null {
  if (conditions.length === 0) return null;
  const terms = conditions.map(toTerm);
  return (match === 'any' && terms.length > 1 ? ['any', ...terms] : terms).join(' ');
}

/** What cannot be understood is left out, the rest holds. */
export function filterFromAddress(text: string): Filter {
  const terms = text.split(' ').filter((term) => term !== '');
  const match = terms[0] === 'any' ? 'any' : 'all';
  return { match, conditions: terms.flatMap((term) => fromTerm(term) ?? []).slice(0, MOST_CONDITIONS) };
}

function toTerm(condition: Condition): string {
  const parts: string[] = [condition.about];
  if (condition.about === 'field') parts.push(mask(condition.fieldId));
  parts.push(condition.is);
  if ('values' in condition && condition.values.length > 0)
    parts.push(condition.values.map((value) => mask(String(value))).join('_'));
  if ('value' in condition) parts.push(mask(String(condition.value)));
  return parts.join('.');
}

function fromTerm(term: string): Condition | null {
  const [about = '', ...rest] = term.split('.');
  if (about === 'field') return fieldFrom(rest);
  const [is, raw = ''] = rest;
  const values = raw
    .split('_')
    .map(unmask)
    .filter((value) => value !== '');
  const number = Number(unmask(raw));
  const aboutValue = ABOUT_VALUE.find((one) => one === about);
  if (aboutValue && (is === 'one_of' || is === 'none_of') && values.length > 0)
    return { about: aboutValue, is, values };
  const aboutNumber = ABOUT_NUMBER.find((one) => one === about);
  if (aboutNumber && (is === 'at_least' || is === 'at_most') && raw !== '' && number >= 0)
    return { about: aboutNumber, is, value: number };
  const aboutState = ABOUT_STATE.find((one) => one === about);
  if (aboutState && (is === 'yes' || is === 'no')) return { about: aboutState, is };
  const aboutText = ABOUT_TEXT.find((one) => one === about);
  const value = unmask(raw).trim();
  if (aboutText && (is === 'contains' || is === 'lacks') && value !== '') return { about: aboutText, is, value };
  return null;
}

function fieldFrom([rawId, rawIs, raw = '']: readonly string[]): Condition | null {
  const is = FIELD_IS.find((one) => one === rawIs);
  const texts = raw
    .split('_')
    .map(unmask)
    .filter((value) => value !== '');
  if (!rawId || !is || (texts.length === 0 && is !== 'set' && is !== 'unset')) return null;
  const isLimit = is === 'at_least' || is === 'at_most';
  // A limit is a number, or a date, which is compared as text.
  const values = texts.map((text) => (isLimit && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text));
  return { about: 'field', fieldId: unmask(rawId), is, values };
}

/** Only letters, digits and `-` stand for themselves; `*` and not `%`, which a browser would mask once more. */
const mask = (text: string) =>
  encodeURIComponent(text)
    .replace(/[._!~*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replaceAll('%', '*');

function unmask(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('*', '%'));
  } catch {
    return '';
  }
}
