import { describe, expect, it } from 'vitest';
import type { Template } from '../core/channel/template.ts';
import { chooseTemplate } from './choose-template.ts';

const shipped: Template = {
  name: 'order_shipped',
  language: 'en_US',
  category: 'UTILITY',
  text: 'Hello {{1}}, your order {{2}} is on its way. {{ 1 }}, thank you.',
  variables: [{ key: '1' }, { key: '2', example: '#1001' }],
  closedBecause: null,
};
const paused: Template = { ...shipped, name: 'sale', closedBecause: 'WhatsApp paused it.' };
const choose = (name: string, values: Record<string, string>, language = 'en_US') =>
  chooseTemplate([shipped, paused], { name, language, values });

describe('an approved message', () => {
  it('reads with its values wherever they stand', () => {
    expect(choose('order_shipped', { '1': 'Ida', '2': '#7' })).toBe(
      'Hello Ida, your order #7 is on its way. Ida, thank you.',
    );
  });

  it('leaves a value that looks like a gap as it is', () => {
    expect(choose('order_shipped', { '1': '{{2}}', '2': 'x' })).toContain('Hello {{2}}, your order x');
  });

  it.each([
    ['without a value', 'order_shipped', { '1': 'Ida' }, 'value_missing'],
    ['with an empty value', 'order_shipped', { '1': 'Ida', '2': '  ' }, 'value_missing'],
    ['that the network paused', 'sale', { '1': 'Ida', '2': 'x' }, 'template_closed'],
    ['that is not there', 'gone', {}, 'no_such_template'],
  ])('%s is refused', (_, name, values, code) => {
    expect(() => choose(name, values as Record<string, string>)).toThrow(expect.objectContaining({ code }));
  });

  it('in another language is another message', () => {
    expect(() => choose('order_shipped', { '1': 'a', '2': 'b' }, 'de')).toThrow(
      expect.objectContaining({ code: 'no_such_template' }),
    );
  });
});
