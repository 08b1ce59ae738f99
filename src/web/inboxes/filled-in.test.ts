import { expect, it } from 'vitest';
import type { CredentialField } from '../../wire/inboxes.ts';
import { emptyForm, filledIn } from './filled-in.ts';

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

it('leaves out what stays as it was', () => {
  expect(filledIn(FIELDS, { address: 'a@b.example' }, true)).toEqual({ address: 'a@b.example' });
});
