import { describe, expect, it } from 'vitest';
import { fillReply, firstGap, withoutVariables } from './fill-reply.ts';
import { firstName } from './first-name.ts';
import { sameWordsKey } from './same-words.ts';

const known = new Map([
  ['contact.first_name', 'Dora'],
  ['contact.name', 'Dora Kiss'],
  ['Order number', '4711'],
  ['conversation.subject', ''],
  ['workspace.name', '{{contact.name}}'],
]);

describe('filling a saved reply', () => {
  it.each([
    { text: 'Hi {{contact.first_name}}!', says: 'Hi Dora!', missing: [] },
    { text: 'Hi {{ Contact.First_Name }}, order {{order NUMBER}}.', says: 'Hi Dora, order 4711.', missing: [] },
    {
      text: 'About {{conversation.subject}} and {{field.Colour}}: {{conversation.subject}}',
      says: 'About {{conversation.subject}} and {{field.Colour}}: {{conversation.subject}}',
      missing: ['conversation.subject', 'field.Colour'],
    },
    { text: 'Hi {{nick|there}} {{x|}}.', says: 'Hi there .', missing: [] },
    { text: 'Price: {5} {{}} { {a} }', says: 'Price: {5} {{}} { {a} }', missing: [] },
    { text: '$& $1 {{contact.first_name}}', says: '$& $1 Dora', missing: [] },
  ])('$text', ({ text, says, missing }) => {
    expect(fillReply(text, known)).toEqual({ text: says, missing });
  });

  it.each([{ text: `{{${' '.repeat(20_000)}x{` }, { text: '{{ '.repeat(5_000) }, { text: `{{a${' '.repeat(20_000)}` }])(
    'is done with what begins like a variable and is none, however long',
    ({ text }) => {
      expect(fillReply(text, known)).toEqual({ text, missing: [] });
      expect(firstGap(text)).toBeNull();
    },
  );

  it('does not take what somebody is called for a variable', () => {
    expect(firstGap(fillReply('From {{workspace.name}}', known).text)).toBeNull();
  });

  it('has words for a list', () => {
    expect(withoutVariables('Hi {{contact.first_name}}, {{ a b | friend }}: {{c}}')).toBe('Hi …, friend: …');
  });

  it('finds the first gap', () => {
    expect(firstGap('Hi {{a.b}} and {{c}}')).toEqual([3, 10]);
    expect(firstGap('Hi {you}')).toBeNull();
  });
});

it.each([
  { name: 'Dora Kiss', language: 'en', called: 'Dora' },
  { name: 'Kiss Dóra', language: 'hu', called: 'Dóra' },
  { name: 'Jean-Luc Picard', language: 'fr', called: 'Jean-Luc' },
  { name: '김민수', language: 'ko', called: '김민수' },
  { name: 'Μαρία Παπαδοπούλου', language: 'el', called: 'Μαρία' },
  { name: 'maja_k92', language: 'de', called: null },
  { name: '@dora', language: null, called: null },
  { name: 'dora@example.com', language: null, called: null },
  { name: 'J. Smith', language: 'en', called: null },
  { name: '   ', language: null, called: null },
])('$name is called $called', ({ name, language, called }) => {
  expect(firstName(name, language)).toBe(called);
});

it('knows words that only look different', () => {
  expect(sameWordsKey(' It is\n on its  WAY. ')).toBe(sameWordsKey('It is on its way.'));
});
