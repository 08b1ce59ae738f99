import { z } from 'zod';
import type { CredentialField } from '../../core/channel/credentials.ts';
import { isTimeZone, readHours } from '../../core/hours/hours.ts';
import type { Json } from '../../core/ids.ts';
import { formOf } from '../shared/form.ts';

/** How our own chat looks and where it may stand. There is no secret in it: everything is told to whoever opens the page. */
export interface ChatCredentials {
  readonly site: string;
  readonly otherSites: string;
  readonly title: string;
  readonly greeting: string;
  readonly colour: string;
  readonly language: string;
  readonly hours: string;
  readonly timeZone: string;
}

export const LANGUAGES = ['auto', 'en', 'de', 'es', 'fi', 'fr', 'hr', 'hu', 'it', 'sv', 'el', 'ko'] as const;
const NAMES: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  auto: 'As the visitor’s browser',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fi: 'Suomi',
  fr: 'Français',
  hr: 'Hrvatski',
  hu: 'Magyar',
  it: 'Italiano',
  sv: 'Svenska',
  el: 'Ελληνικά',
  ko: '한국어',
};

/** `https://www.example.com` of whatever was typed of a website; null: it is none. */
export function originOf(text: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname || url.username) return null;
  return url.origin;
}

const site = z
  .string()
  .trim()
  .max(300)
  .refine((text) => originOf(text) !== null, 'Enter the address of the website, such as https://www.example.com.')
  .transform((text) => originOf(text) ?? '');

const schema = z.object({
  site,
  otherSites: z
    .string()
    .max(2_000)
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (all) => all.every((one) => originOf(one) !== null),
      'One of the other addresses is none. Separate them with commas.',
    )
    .transform((all) => all.map(originOf).join(', ')),
  title: z.string().trim().max(60, 'The heading is longer than 60 letters.').default(''),
  greeting: z.string().trim().max(300, 'The greeting is longer than 300 letters.').default(''),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .default('')
    .refine(
      (text) => text === '' || /^#[0-9a-f]{6}$/.test(text),
      'A colour is written as # and six digits, such as #0b5cad.',
    )
    .transform((text) => text || '#0b5cad'),
  language: z.enum(LANGUAGES, 'Choose one of the languages.').default('auto'),
  hours: z
    .string()
    .trim()
    .max(300)
    .default('')
    .refine((text) => readHours(text) !== null, 'Hours are written as Mon-Fri 09:00-17:00, Sat 10:00-14:00.'),
  timeZone: z
    .string()
    .trim()
    .default('UTC')
    .transform((text) => text || 'UTC')
    .refine(isTimeZone, 'There is no such time zone. They are written as Europe/Berlin.'),
});

const fields: readonly CredentialField[] = [
  {
    name: 'site',
    label: 'Website',
    kind: 'url',
    placeholder: 'https://www.example.com',
    help: 'Where the chat stands. Browsers on other websites are refused.',
  },
  {
    name: 'otherSites',
    label: 'Other addresses of it',
    kind: 'text',
    optional: true,
    placeholder: 'https://shop.example.com, https://example.com',
    help: 'With and without www are two addresses. Separate them with commas.',
  },
  {
    name: 'title',
    label: 'Heading',
    kind: 'text',
    optional: true,
    placeholder: 'Example support',
    help: 'What visitors see at the top.',
  },
  {
    name: 'greeting',
    label: 'Greeting',
    kind: 'text',
    optional: true,
    placeholder: 'Hello! What can we do for you?',
    help: 'The first words, before anybody wrote.',
  },
  {
    name: 'colour',
    label: 'Colour',
    kind: 'text',
    initial: '#0b5cad',
    help: 'Of the button and of the visitor’s own lines: # and six digits. Words on it stay readable by themselves.',
  },
  {
    name: 'language',
    label: 'Language of the chat',
    kind: 'choice',
    initial: 'auto',
    choices: LANGUAGES.map((value) => ({ value, label: NAMES[value] })),
    help: 'Of its own few words, such as Send.',
  },
  {
    name: 'hours',
    label: 'Hours',
    kind: 'text',
    optional: true,
    placeholder: 'Mon-Fri 09:00-17:00, Sat 10:00-14:00',
    help: 'Outside of them, and when nobody is at the desk, it asks for a mail address. Empty: always.',
  },
  {
    name: 'timeZone',
    label: 'Time zone of the hours',
    kind: 'text',
    initial: 'UTC',
    placeholder: 'Europe/Berlin',
    help: 'As it is called in the list of time zones, such as Europe/Berlin.',
  },
];

export const chatCredentials = formOf<ChatCredentials>(fields, schema);

/** What the door reads at every call; see `src/server/chat/chat-inbox.ts`. */
export function chatSettings(credentials: ChatCredentials): Readonly<Record<string, Json>> {
  const { site: first, otherSites, ...look } = credentials;
  return { ...look, origins: [...new Set([first, ...otherSites.split(/[\s,]+/).filter(Boolean)])] };
}
