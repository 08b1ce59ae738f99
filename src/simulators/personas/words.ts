import type { Persona } from '../network.ts';
import { de } from './languages/de.ts';
import { el } from './languages/el.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fi } from './languages/fi.ts';
import { hr } from './languages/hr.ts';
import { hu } from './languages/hu.ts';
import { it } from './languages/it.ts';
import { ko } from './languages/ko.ts';
import { sv } from './languages/sv.ts';
import type { Reaction, Situation, Talk } from './talk.ts';

/** 0 up to, not including, 1; seeded by whoever gives it. */
export type Random = () => number;
/** How people write on a network: below a post, in private, a letter, in their own feed. */
export type Style = 'comment' | 'direct' | 'mail' | 'post';

export interface Opening {
  readonly text: string;
  readonly subject?: string;
}

export const TALKS: readonly Talk[] = [en, el, hr, ko, hu, fi, de, es, sv, it];
const byLanguage = new Map(TALKS.map((talk) => [talk.language, talk]));
export const talkOf = (language: string): Talk => byLanguage.get(language) ?? en;

export const ITEMS = ['Kallsjö 3L', 'Ravna 40', 'Tundra Down', 'Skarn Pro', 'Vindö Shell', 'Myr Fleece', 'Stig Trek'];

export const pick = <One>(from: readonly [One, ...One[]] | readonly One[], random: Random): One => {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
};

/** What a matter is about; it stays the same from the first word to the last. */
export interface Matter {
  readonly situation: Situation;
  readonly item: string;
  readonly order: string;
}
export const matterOf = (situation: Situation, random: Random): Matter => ({
  situation,
  item: pick(ITEMS, random),
  order: `LO-${40_000 + Math.floor(random() * 59_000)}`,
});

/** How a customer begins. */
export function openingOf(persona: Persona, matter: Matter, style: Style, random: Random): Opening {
  const talk = talkOf(persona.language);
  const plain = fill(pick(talk.says[matter.situation], random), matter);
  const text = capital(plain);
  if (style === 'mail')
    return {
      text: talk.mail.replace('{text}', () => text).replace('{name}', () => persona.name),
      subject: fill(talk.subjects[matter.situation], matter),
    };
  return { text: style === 'direct' && random() < 0.7 ? `${pick(talk.hello, random)}! ${text}` : text };
}

/** How they go on when they were answered. */
export const followUpOf = (persona: Persona, reaction: Reaction, random: Random): string =>
  pick(talkOf(persona.language).after[reaction], random);

/** What the brand's team says to it; in a mail with the name of who wrote it. */
export function answerTo(persona: Persona, matter: Matter, style: Style, agentName: string): string {
  const text = talkOf(persona.language).answers[matter.situation];
  const [first = agentName] = agentName.split(' ');
  return style === 'mail' ? `${text}\n\n${first}\nLindqvist Outdoor` : `${text} /${first}`;
}

const fill = (text: string, { item, order }: Matter) => text.replaceAll('{item}', item).replaceAll('{order}', order);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
