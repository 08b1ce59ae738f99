import { describe, expect, it } from 'vitest';
import { LABELS, OWN_PLACES, type Own } from '../../core/learning/own.ts';
import { understand } from '../understanding/understand.ts';

const reading = { isPrivate: false, likelyLanguage: 'en', rating: null };
const NOTHING: Own = { version: 'test', heads: {}, triggers: { added: {}, off: {} }, topics: [] };
const read = (text: string, own: Partial<Own>) => understand(text, { ...reading, own: { ...NOTHING, ...own } });
/** Sure of one label, whatever the text says. */
const sureOf = (labels: readonly string[], label: string) => ({
  labels,
  weights: new Float32Array(OWN_PLACES * labels.length),
  bias: Float32Array.from(labels, (one) => (one === label ? 50 : 0)),
});

describe('a message is read by what the workspace knows better', () => {
  const text = 'My zip broke on the first day, can you help me with a guarantee?';

  it.each([
    { head: 'kind', labels: LABELS.kind, label: 'idea' },
    { head: 'topic', labels: [...LABELS.topic, 'Warranty'], label: 'Warranty' },
  ] as const)('its own model says $label', ({ head, labels, label }) => {
    const own = { heads: { [head]: sureOf(labels, label) } };
    expect(read(text, own)[head]).toMatchObject({ label, by: 'own' });
    expect(read(text, own).model).toMatch(/\+test$/);
    expect(read(text, {})[head].label).not.toBe(label);
  });

  it('its own topics come before any model', () => {
    const topics = [{ key: 'Warranty', words: ['guarant*'] }];
    expect(read(text, { topics }).topic).toMatchObject({ label: 'Warranty', p: 1, by: 'rule' });
    expect(read('Where is my parcel?', { topics }).topic.label).not.toBe('Warranty');
  });

  it('its words that call for care are added, and shipped ones switched off', () => {
    expect(read(text, {}).triggers.join(' ')).toContain('help');
    const triggers = { added: { '*': ['zip'] }, off: { en: ['help'] } };
    const found = read(text, { triggers }).triggers.join(' ');
    expect(found).toContain('zip');
    expect(found).not.toContain('help');
  });
});
