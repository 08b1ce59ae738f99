import { describe, expect, it } from 'vitest';
import type { CredentialField } from '../../wire/inboxes.ts';
import { emptyForm, type Filled, filledIn, keptForm } from './filled-in.ts';

const field = (name: string, kind: CredentialField['kind'], initial?: string | number | boolean): CredentialField => ({
  name,
  label: name,
  help: '',
  kind,
  ...(initial === undefined ? {} : { initial }),
});
const FIELDS = [
  field('address', 'text'),
  field('port', 'number', 993),
  field('password', 'secret'),
  field('tls', 'toggle', true),
];

it('starts from what the connector proposes', () => {
  expect(emptyForm(FIELDS)).toEqual({ address: '', port: '993', password: '', tls: true });
});

it('sends numbers as numbers', () => {
  expect(filledIn(FIELDS, emptyForm(FIELDS), false)).toEqual({ address: '', port: 993, password: '', tls: true });
});

describe('when an inbox is changed', () => {
  const kept = keptForm(FIELDS, { address: 'a@b.example', port: 143, tls: false });

  it('starts from what is kept, secrets left empty', () => {
    expect(kept).toEqual({ address: 'a@b.example', port: '143', password: '', tls: false });
  });

  it.each<{ when: string; change: Filled; sent: Record<string, unknown> }>([
    { when: 'nothing is touched', change: {}, sent: { address: 'a@b.example', port: 143, tls: false } },
    { when: 'a text is emptied', change: { address: '' }, sent: { address: '', port: 143, tls: false } },
    {
      when: 'a secret is new',
      change: { password: 'hunter2' },
      sent: { address: 'a@b.example', port: 143, password: 'hunter2', tls: false },
    },
    { when: 'a toggle is turned', change: { tls: true }, sent: { address: 'a@b.example', port: 143, tls: true } },
  ])('keeps the secret and sends the rest as it stands when $when', ({ change, sent }) => {
    expect(filledIn(FIELDS, { ...kept, ...change }, true)).toEqual(sent);
  });
});
