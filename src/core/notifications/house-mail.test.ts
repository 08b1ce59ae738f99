import { expect, it } from 'vitest';
import { alertMail, digestMail, ownerMail } from './house-mail.ts';

const URL = 'https://care.example.com';
const line = (title: string, text = '') => ({ title, text, href: `${URL}/desk/1` });

it('says one thing in the subject, and several as their number', () => {
  expect(alertMail([line('Something is wrong with Shop')], [], URL).subject).toBe('Something is wrong with Shop');
  expect(digestMail([line('a'), line('b')], [], URL).subject).toBe('2 things that you have not seen');
  expect(digestMail([], ['Shop: its token ends'], URL).subject).toBe('An alert is over');
});

it('lets nothing of what customers wrote become HTML or a header', () => {
  const { subject, html, text } = digestMail([line('Ida\r\nBcc: x@y', '<script>alert(1)</script>')], [], URL);
  expect(subject).toBe('Ida Bcc: x@y');
  expect(html).not.toContain('<script>');
  expect(text).toContain('<script>');
});

it('leads to where it is about, to how to have less of it, and says what is over', () => {
  const { text, html } = digestMail([line('a')], ['Shop was silent'], URL);
  for (const said of [text, html]) {
    expect(said).toContain(`${URL}/desk/1`);
    expect(said).toContain(`${URL}/settings/notifications`);
    expect(said).toContain('Over: Shop was silent');
  }
});

it('shows fifty and says how many more', () => {
  const { text } = digestMail(
    Array.from({ length: 60 }, (_, at) => line(`n${at}`)),
    [],
    URL,
  );
  expect(text).toContain('and 10 more');
});

it('tells the mailbox of an account what it is for', () => {
  expect(ownerMail('@kettle', 'Instagram', URL).text).toContain('receives the warnings of @kettle on Instagram');
});
