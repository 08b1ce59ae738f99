import { expect, it } from 'vitest';
import type { Own } from '../../core/learning/own.ts';
import { KINDS, type Reading, SENTIMENTS } from '../../core/understanding/understood.ts';
import { baseOf, shippedModel, understand } from './understand.ts';

const PUBLIC: Reading = { isPrivate: false, likelyLanguage: null, rating: null };
const NO_OWN: Own = { version: '1', heads: {}, triggers: { added: {}, off: {} }, topics: [] };

it.each([
  ['my flight was cancelled and nobody answers the phone', 'en', 'negative', 'complaint'],
  ['thanks so much, you guys are the best!!', 'en', 'positive', 'compliment'],
  ['Great job losing my bag again, thanks for nothing', 'en', 'negative', 'complaint'],
  ['Vielen Dank, das ging ja super schnell, toller Service!', 'de', 'positive', 'compliment'],
  ['Das Paket ist völlig zerstört angekommen, eine Frechheit', 'de', 'negative', 'complaint'],
  ['배송도 빠르고 너무 예뻐요 감사합니다', 'ko', 'positive', 'compliment'],
  ['Katastrofa, treći put kasnite i nitko se ne javlja', 'hr', 'negative', 'complaint'],
  ['Szuper gyors volt a kiszállítás, nagyon köszönöm!', 'hu', 'positive', 'compliment'],
  ['Ihan surkea palvelu, kukaan ei vastaa puhelimeen', 'fi', 'negative', 'complaint'],
  ['Απαράδεκτη εξυπηρέτηση, κανείς δεν σηκώνει το τηλέφωνο', 'el', 'negative', 'complaint'],
])('%s', (text, language, sentiment, kind) => {
  const said = understand(text, PUBLIC);
  expect([said.language.code, said.sentiment.label, said.kind.label]).toEqual([language, sentiment, kind]);
  expect(said.sentiment.because.length).toBeGreaterThan(0);
  expect(said.model).toBe(shippedModel.version);
});

it.each([
  ['there is smoke coming out of the heater you sold me', 2],
  ['somebody is emptying my account right now, freeze my card', 2],
  ['do you sell umbrellas', 0],
  ['what lovely staff in the hospital, thank you all so much', 0],
])('how urgent: %s', (text, level) => {
  expect(understand(text, PUBLIC).urgency.label).toBe(level);
});

it.each([
  ['where is it?', PUBLIC, true],
  ['ok', { ...PUBLIC, isPrivate: true }, true],
  ['thanks so much, you guys are the best!!', PUBLIC, false],
  ['αργεί πολύ;', PUBLIC, true],
])('whether it wants an answer: %s', (text, reading, expected) => {
  expect(understand(text, reading).needsReply.label).toBe(expected);
});

it('says nothing about a language of which it knows nothing', () => {
  const said = understand('El pedido llegó roto y nadie responde al teléfono desde hace dos semanas', PUBLIC);
  expect(said.language.code).toBe('es');
  expect([said.sentiment.label, said.kind.label, said.urgency.label, said.topic.label]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(said.needsReply.label).toBe(true);
});

it('believes the stars of a review more than its words', () => {
  expect(understand('it is a film', { ...PUBLIC, rating: 0.2 }).sentiment).toMatchObject({
    label: 'negative',
    by: 'rule',
  });
  expect(understand('it is a film', { ...PUBLIC, rating: 1 }).sentiment.label).toBe('positive');
});

it('knows a smile in any language', () => {
  expect(understand('😍😍', PUBLIC).sentiment.label).toBe('positive');
});

it('takes the words of the workspace', () => {
  const own: Own = {
    ...NO_OWN,
    triggers: { added: { en: ['wobbl*'], '*': ['zorp'] }, off: { en: ['broken'] } },
    topics: [{ key: 'bikes', words: ['bicycle*', 'e bike'] }],
  };
  const text = 'My bicycles are broken and wobbly, zorp';
  expect(understand(text, PUBLIC)).toMatchObject({ triggers: ['broken'] });
  const said = understand(text, { ...PUBLIC, likelyLanguage: 'en', own });
  expect(said.triggers).toEqual(['wobbly', 'zorp']);
  expect(said.topic).toMatchObject({ label: 'bikes', p: 1, because: ['bicycle'], by: 'rule' });
});

it('lays the own model of a workspace over the shipped one', () => {
  const text = 'the unit has arrived at the depot this morning';
  const { p, features } = baseOf(text, PUBLIC);
  const weights = new Float32Array(2 ** 16 * KINDS.length);
  for (const place of features.index) weights[(place & 0xffff) * KINDS.length + KINDS.indexOf('spam')] = 8;
  const own: Own = { ...NO_OWN, heads: { kind: { labels: KINDS, weights, bias: new Float32Array(KINDS.length) } } };
  expect(KINDS[p.kind.indexOf(Math.max(...p.kind))]).not.toBe('spam');
  expect(understand(text, { ...PUBLIC, own }).kind).toMatchObject({ label: 'spam', by: 'own' });
});

it('gives probabilities that sum up to one', () => {
  const { p } = baseOf('where is my parcel', PUBLIC);
  expect(p.sentiment).toHaveLength(SENTIMENTS.length);
  for (const of of Object.values(p)) expect(of.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
});

it.each([
  '',
  ' ',
  '\u0000\ud800',
  '؟؟؟ \u202e',
  'a'.repeat(100_000),
  '😡'.repeat(5_000),
  '1'.repeat(50_000),
  'no '.repeat(20_000),
  '@'.repeat(20_000),
  `order ${'no. '.repeat(10_000)}`,
  `${'a.'.repeat(20_000)}@b`,
  `${'telefon'.repeat(14_000)}${' #12345'.repeat(14_000)}`,
  `${'sendung'.repeat(350)} ${'order 12345 '.repeat(350)}`,
])('reads anything, and comes to an end (%#)', (text) => {
  const said = understand(text, PUBLIC);
  expect(said.sentiment.p).toBeGreaterThanOrEqual(0);
  for (const { to } of said.personal) expect(to).toBeLessThanOrEqual(text.length);
});

it('says the same of the same, whatever was read before', () => {
  const text = 'Where is my refund? I was promised it last week 😡';
  const first = understand(text, PUBLIC);
  understand('ganz etwas anderes, viel länger und in einer anderen Sprache', PUBLIC);
  expect(understand(text, PUBLIC)).toEqual(first);
});
