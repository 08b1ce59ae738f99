import { describe, expect, it } from 'vitest';
import { fillIn } from './template-message.ts';
import { Component, readParts } from './template-parts.ts';

const parts = (...components: object[]) => readParts(components.map((one) => Component.parse(one)));
const body = { type: 'BODY', text: 'Hi {{1}}' };

describe('the parts of a template', () => {
  it('tell the gaps of the header from those of the body', () => {
    expect(
      parts({ type: 'header', format: 'text', text: 'Order {{1}}' }, body, { type: 'FOOTER', text: 'Us' }),
    ).toEqual({
      words: 'Order {{header.1}}\n\nHi {{1}}\n\nUs',
      variables: [{ key: 'header.1' }, { key: '1' }],
      closedBecause: null,
    });
  });

  it('ask once for a gap that stands there twice', () => {
    const { variables } = parts({
      type: 'BODY',
      text: '{{name}}, {{name}}!',
      example: { body_text_named_params: [{ param_name: 'name', example: 'Ida' }] },
    });
    expect(variables).toEqual([{ key: 'name', example: 'Ida' }]);
  });

  it.each([
    { part: { type: 'HEADER', format: 'VIDEO' }, why: 'a video' },
    { part: { type: 'HEADER', format: 'DOCUMENT' }, why: 'a document' },
    { part: { type: 'HEADER', format: 'LOCATION' }, why: 'a place' },
    { part: { type: 'HEADER', format: 'HOLOGRAM' }, why: 'something' },
    { part: { type: 'CAROUSEL' }, why: 'carousel' },
    { part: { type: 'LIMITED_TIME_OFFER' }, why: 'limited time offer' },
    { part: { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Start' }] }, why: 'flow' },
    { part: { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] }, why: 'otp' },
  ])('close it for $why', ({ part, why }) => {
    expect(parts(part, body).closedBecause).toContain(why);
  });

  it.each([
    { type: 'QUICK_REPLY', text: 'Stop' },
    { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4687001122' },
    { type: 'URL', text: 'Shop', url: 'https://lindqvist.example.com' },
  ])('leave a $type alone that needs nothing', (button) => {
    expect(parts(body, { type: 'BUTTONS', buttons: [button] })).toMatchObject({
      words: 'Hi {{1}}',
      closedBecause: null,
    });
  });
});

describe('a filled template', () => {
  it('puts the values in their places, by number and not in the order of filling', () => {
    const values = { 'button.1.url': 'SE1', 2: 'b', 10: 'c', 1: 'a', 'header.1': 'h', 'button.0.code': 'X1' };
    expect(fillIn({ name: 'n', language: 'sv', values })).toEqual({
      name: 'n',
      language: { code: 'sv' },
      components: [
        { type: 'header', parameters: [{ type: 'text', text: 'h' }] },
        { type: 'body', parameters: ['a', 'b', 'c'].map((text) => ({ type: 'text', text })) },
        { type: 'button', sub_type: 'copy_code', index: '0', parameters: [{ type: 'coupon_code', coupon_code: 'X1' }] },
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'SE1' }] },
      ],
    });
  });

  it('names a gap that has a name', () => {
    expect(fillIn({ name: 'n', language: 'en_US', values: { first_name: 'Ida' } })).toMatchObject({
      components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Ida' }] }],
    });
  });

  it('has no parts when it has no gaps', () => {
    expect(fillIn({ name: 'n', language: 'en_US', values: {} })).toEqual({ name: 'n', language: { code: 'en_US' } });
  });
});
