import { describe, expect, it } from 'vitest';
import { ownWords } from './plain-text.ts';

const QUOTE = '> Hello,\n> please send a picture.';

describe('own words', () => {
  it.each([
    ['English, on two lines', 'On Fri, Nov 20, 2026 at 9:12 AM Kettle Co\n<care@kettle.example> wrote:'],
    ['German', 'Am 20.11.26 um 09:12 schrieb Kettle Co:'],
    ['Finnish', 'Kettle Co kirjoitti 20.11.2026 klo 9.12:'],
    ['Croatian', 'pet, 20. stu 2026. u 09:12 Kettle Co <care@kettle.example> napisao je:'],
    ['Japanese', '2026年11月20日(金) 9:12 Kettle Co <care@kettle.example>:'],
    ['Polish', 'pt., 20 lis 2026 o 09:12 Kettle Co <care@kettle.example> napisał(a):'],
    ['a divider', '----- Original Message -----'],
  ])('lose the quote and its line: %s', (_language, line) => {
    expect(ownWords(`It still leaks.\n\n${line}\n\n${QUOTE}\n`, 'Re: x')).toBe('It still leaks.');
  });

  it.each([
    ['Swedish', 'Från: Kettle Co <care@kettle.example>\nSkickat: den 20 november 2026 09:12\nTill: Dora\nÄmne: Re: x'],
    ['Greek', 'Από: Kettle Co <care@kettle.example>\nΣτάλθηκε: Παρασκευή 20 Νοεμβρίου 2026\nΠρος: Ελένη\nΘέμα: Re: x'],
    [
      'Hungarian',
      'Feladó: Kettle Co <care@kettle.example>\nElküldve: 2026. november 20.\nCímzett: Péter\nTárgy: Re: x',
    ],
    [
      'French, in bold',
      '*De :* Kettle Co <care@kettle.example>\n*Envoyé :* vendredi 20 novembre 2026\n*À :* Zoé\n*Objet :* Re: x',
    ],
  ])("lose Outlook's block: %s", (_language, block) => {
    expect(
      ownWords(
        `It still leaks.\n\n________________________________\n${block}\n\nHello,\nplease send a picture.`,
        'Re: x',
      ),
    ).toBe('It still leaks.');
  });

  it.each([
    ['there is no quote', 'Order: 10442\nFrom: the shop in Split\nwas never sent.'],
    ['only a quote is there', QUOTE],
    ['the person wrote between the lines', '> Which order?\n10442\n> When?\nIn May'],
    ['a line ends with a colon before a list', 'I need two things:\n\n- a lid\n- a cord'],
    ['a greater-than sign stands in the text', 'The temperature is\n5 > 3 degrees.'],
  ])('stay whole when %s', (_when, text) => {
    expect(ownWords(text, 'x')).toBe(text);
  });

  it('stay whole in a forwarded mail, in the languages that we know', () => {
    const text = `See below.\n\nFrom: a@mail.test\nSent: today\nTo: b@mail.test\nSubject: y\n\nThe matter.`;
    for (const subject of ['Fwd: y', 'WG: y', 'TR: y', 'RV: y', 'VL: y', 'ΠΡΘ: y'])
      expect(ownWords(text, subject)).toBe(text);
    expect(ownWords(`---------- Forwarded message ---------\n${text}`, 'y')).toContain('The matter.');
  });
});
