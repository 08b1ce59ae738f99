import { expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { createApi } from './index.ts';
import { isSigned, signatureOf } from './signature.ts';

/** The example of the README. */
const SECRET = 'whispering-harbor-2026-test';
const BODY = '{"type":"message","id":"m-1","person":{"id":"ida","name":"Ida Norberg"},"text":"Where is my parcel?"}';
const SIGNATURE = 'sha256=45d59453f8ec98f5ec040f6ffbd46d9a5e9977c9e32bcd113c2bb09d654b5b4a';
const AT = 1_795_000_000;
const asked = (headers: object, body = BODY) => ({
  headers: headers as Record<string, string>,
  query: {},
  body: Buffer.from(body),
});
const good = { 'X-Earshot-Timestamp': String(AT), 'X-Earshot-Signature': SIGNATURE };

it('is what the README says', () => {
  expect(signatureOf(SECRET, String(AT), BODY)).toBe(SIGNATURE);
});

it.each([
  { what: 'the example', headers: good, is: true },
  { what: 'five minutes later', headers: good, later: 300, is: true },
  {
    what: 'beside one of an older secret',
    headers: { ...good, 'X-Earshot-Signature': `sha256=00, ${SIGNATURE}` },
    is: true,
  },
  { what: 'more than five minutes later', headers: good, later: 301, is: false },
  { what: 'from the future', headers: good, later: -301, is: false },
  { what: 'with another time than was signed', headers: { ...good, 'X-Earshot-Timestamp': String(AT + 1) }, is: false },
  { what: 'another body', headers: good, body: `${BODY} `, is: false },
  { what: 'no signature', headers: { 'X-Earshot-Timestamp': String(AT) }, is: false },
  { what: 'no time', headers: { 'X-Earshot-Signature': SIGNATURE }, is: false },
  { what: 'a time in words', headers: { ...good, 'X-Earshot-Timestamp': 'NaN' }, is: false },
])('$what: $is', ({ headers, body, later = 0, is }) => {
  expect(isSigned(asked(headers, body), { secret: SECRET }, new Date((AT + later) * 1000))).toBe(is);
});

it('never calls an address inside, whatever an admin typed', async () => {
  const connector = createApi();
  for (const url of ['https://127.0.0.1:9', 'http://example.com/', 'https://169.254.169.254/latest', 'https://[::1]/'])
    expect(await connector.check({ source: 'sms', title: '', secret: SECRET, url })).toMatchObject({
      ok: false,
      field: 'url',
      problem: expect.stringMatching(/public internet|https/),
    });
});

it('only hears where there is no address for answers, and says so', async () => {
  const connector = createApi();
  const credentials = { source: 'sms', title: '', secret: SECRET, url: '' };
  // No fault that would be told again and again.
  expect(await connector.check(credentials)).toMatchObject({ ok: true, warnings: [] });
  expect(await connector.connect?.(credentials, 'sms' as ExternalAccountId, '')).toMatchObject({
    ok: true,
    detail: expect.stringContaining('only hears'),
  });
  const asking = {
    kind: 'reply',
    target: null,
    thread: null,
    settings: connector.settings?.(credentials) ?? {},
  } as const;
  expect(connector.allows?.(asking)).toMatchObject({ isAllowed: false });
  expect(connector.allows?.({ ...asking, settings: { canAnswer: true } })).toEqual({ isAllowed: true });
});
