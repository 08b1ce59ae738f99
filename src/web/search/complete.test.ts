import { describe, expect, it } from 'vitest';
import { complete, termsIn, without } from './complete.ts';

const WORDS = {
  inbox: ['Lindqvist Outdoor', 'hello@'],
  label: ['Größe'],
  assignee: ['Maja Berg'],
  team: [],
  channel: ['email'],
};
const texts = (text: string) => complete(text, WORDS).map((one) => one.text);

describe('completing a search', () => {
  it.each([
    { typed: '', offers: [] },
    { typed: 'zip i', offers: ['zip inbox:', 'zip is:'] },
    { typed: 'is:wai', offers: ['is:waiting '] },
    { typed: '-has:vi', offers: ['-has:video '] },
    { typed: 'inbox:lind', offers: ['inbox:"Lindqvist Outdoor" '] },
    { typed: 'inbox:"Lindqvist Ou', offers: ['inbox:"Lindqvist Outdoor" '] },
    { typed: 'label:gro', offers: ['label:Größe '] },
    { typed: 'channel:email', offers: [] },
    { typed: 'https://x', offers: [] },
  ])('"$typed"', ({ typed, offers }) => expect(texts(typed)).toEqual(offers));
});

describe('the operators of a text', () => {
  const text = 'zip label:"a b" -is:public http://x order:7';
  it('are found', () => expect(termsIn(text).map((term) => term.text)).toEqual(['label:"a b"', '-is:public']));
  it('are taken away', () => {
    const [label] = termsIn(text);
    expect(label && without(text, label)).toBe('zip -is:public http://x order:7');
  });
});
