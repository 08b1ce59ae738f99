import { describe, expect, it } from 'vitest';
import type { SavedReply } from '../../wire/composing.ts';
import '../text/load-later.ts';
import type { Hit } from '../api/listening.ts';
import { thankWords } from './thank-words.ts';

const by = (language: string | null, name = 'Ida Norberg') =>
  ({ language, author: { name, handle: '@ida', avatarUrl: null, followers: null } }) as Hit;
const reply = (title: string, variants: SavedReply['variants']): SavedReply => ({
  id: title,
  title,
  shortcut: null,
  isShared: true,
  ownerId: null,
  variants,
  uses: 0,
  mayChange: false,
});
const all = (text: string) => [{ language: null, text }];

describe('thanks', () => {
  it.each([
    ['sv', 'Tack, Ida'],
    ['de-AT', 'Danke, Ida'],
    ['ko', 'Ida님'],
    ['xx', 'Thank you, Ida'],
    [null, 'Thank you, Ida'],
  ])('in %s begin with “%s”', (language, begin) => expect(thankWords(by(language), [])).toContain(begin));

  it('name the handle where there is no name', () => expect(thankWords(by('en', ''), [])).toContain('@ida'));

  it.each([
    { what: 'one of its own', saved: [reply('Thanks', all('Cheers!'))], said: 'Cheers!' },
    { what: 'one with a name', saved: [reply('Tack', all('Hej {{contact.first_name}}!'))], said: 'Hej Ida!' },
    {
      what: 'the variant of the language',
      saved: [reply('Thank you', [...all('Cheers!'), { language: 'en', text: 'Ta!' }])],
      said: 'Ta!',
    },
  ])('are $what where the workspace keeps it', ({ saved, said }) => expect(thankWords(by('en'), saved)).toBe(said));

  it.each([
    { what: 'is about something else', saved: [reply('Where is my parcel', all('On its way'))] },
    { what: 'needs what only a conversation knows', saved: [reply('Thanks', all('{{agent.name}} thanks'))] },
    { what: 'is in other languages only', saved: [reply('Thanks', [{ language: 'el', text: 'Ευχαριστούμε' }])] },
  ])('leave out a reply that $what', ({ saved }) => expect(thankWords(by('en'), saved)).toMatch(/^Thank you, Ida/));
});
