import { describe, expect, it } from 'vitest';
import type { CredentialField } from '../core/channel/credentials.ts';
import { askedAnew, keepSecrets } from './kept-secrets.ts';

const fields: readonly CredentialField[] = [
  { name: 'url', label: 'Address', help: '', kind: 'url', takesSecrets: true },
  { name: 'host', label: 'Host', help: '', kind: 'text', takesSecrets: true, initial: 'mail.test' },
  { name: 'site', label: 'Website', help: '', kind: 'url' },
  { name: 'secret', label: 'Secret', help: '', kind: 'secret' },
  { name: 'spare', label: 'Spare secret', help: '', kind: 'secret', optional: true },
];
const kept = { url: 'https://shop.test/a', host: 'mail.test', site: 'https://a.test', secret: 's', spare: 'p' };

describe('a kept secret', () => {
  it.each([
    ['nothing is given', {}],
    ['it is left empty', { secret: '' }],
    ['the address is the same', { url: 'https://shop.test/a' }],
    ['the same program answers below another path', { url: ' HTTPS://Shop.test:443/b ' }],
    ['the scheme is left out', { url: 'shop.test' }],
    ['the same server is written in capitals', { host: ' Mail.TEST ' }],
    ['an address is emptied', { url: '', host: '' }],
    ['another field changes', { site: 'https://b.test' }],
  ])('goes on when %s', (_, given) => {
    expect(askedAnew(fields, kept, given)).toBeNull();
    expect(keepSecrets(fields, kept, given)).toMatchObject({ secret: 's', spare: 'p' });
  });

  it.each([
    ['another host', { url: 'https://evil.test/a' }],
    ['a part of it', { url: 'https://a.shop.test' }],
    ['another port', { url: 'https://shop.test:8443/a' }],
    ['no TLS', { url: 'http://shop.test/a' }],
    ['another server by its name alone', { host: 'evil.test' }],
    ['a name that only looks like the same server', { host: 'mail.test#.evil.test' }],
    ['the name of another before an @', { url: 'https://shop.test@evil.test/a' }],
    ['nonsense', { url: 'http://[' }],
  ])('is asked for anew with %s', (_, moved) => {
    for (const given of [moved, { ...moved, secret: '' }, { ...moved, spare: 'new' }]) {
      expect(askedAnew(fields, kept, given)).toMatchObject({ ok: false, field: 'secret' });
      expect(keepSecrets(fields, kept, given)).not.toMatchObject({ secret: 's' });
      expect(keepSecrets(fields, kept, given)).not.toMatchObject({ spare: 'p' });
    }
    const anew = { ...moved, secret: 'new' };
    expect(askedAnew(fields, kept, anew)).toBeNull();
    expect(keepSecrets(fields, kept, anew)).toEqual({ url: kept.url, host: kept.host, site: kept.site, ...anew });
  });

  it('is forgotten where it is told to be', () => {
    expect(keepSecrets(fields, kept, { spare: null, site: null })).toEqual({
      url: kept.url,
      host: kept.host,
      secret: 's',
    });
  });

  it('is not missed where none was kept', () => {
    expect(askedAnew(fields, { url: kept.url }, { url: 'https://b.test' })).toBeNull();
    expect(keepSecrets(fields, null, { url: 'https://b.test' })).toEqual({ url: 'https://b.test' });
  });
});
