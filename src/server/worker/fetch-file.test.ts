import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { allowedAddresses, isPublicAddress } from './address-guard.ts';
import { fetchFile } from './fetch-file.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const signal = new AbortController().signal;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const file =
  (bytes: Uint8Array, type: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(bytes);
  };
const get = (url: string, ...trusted: string[]) => fetchFile(url, { trustedOrigins: new Set(trusted), signal });

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::a9fe:a9fe', false],
  ['2002:7f00:1::', false],
  ['not an address', false],
])('%s is open to the world: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

describe('an address that a customer gives', () => {
  it.each([
    'http://127.0.0.1/',
    'http://[::1]:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/meta-data/',
    'ftp://example.com/a.png',
    'file:///etc/passwd',
    'https://user:secret@example.com/',
    'no address at all',
  ])('%s is refused', async (url) => {
    await expect(get(url)).rejects.toMatchObject({ name: 'Forbidden' });
  });

  it('is refused when one of its addresses points inside', async () => {
    const both = async () => [
      { address: '8.8.8.8', family: 4 as const },
      { address: '10.0.0.1', family: 4 as const },
    ];
    await expect(allowedAddresses(new URL('https://cdn.example/'), new Set(), both)).rejects.toThrow(/public internet/);
  });

  it('is connected to at the address that was checked, not at what its name says later', async () => {
    const origin = await serve(file(PNG, 'image/png'));
    const named = origin.replace('127.0.0.1', 'cdn.example');
    const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
    const rules = { trustedOrigins: new Set([named]), signal, resolve };
    await expect(fetchFile(`${named}/a.png`, rules)).resolves.toMatchObject({ mimeType: 'image/png' });
  });

  it('is refused when it leads inside by a redirect', async () => {
    const inside = await serve(file(PNG, 'image/png'));
    const outside = await serve((_request, response) => response.writeHead(302, { location: inside }).end());
    await expect(get(outside, outside)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(get(outside, outside, inside)).resolves.toMatchObject({ mimeType: 'image/png' });
  });

  it('shows a token to the first address only', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
    });
    const first = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${other}/a.png` }).end();
    });
    const headers = { authorization: 'Bearer secret' };
    await fetchFile(`${first}/a.png`, { trustedOrigins: new Set([first, other]), signal, headers });
    expect(seen).toEqual(['Bearer secret', undefined]);
  });

  it('is given up when it redirects for ever', async () => {
    const origin = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(get(origin, origin)).rejects.toThrow(/too often/);
  });
});

describe('what is fetched', () => {
  it.each([
    { what: 'a picture under a false name', bytes: PNG, type: 'text/html', kept: 'image/png' },
    { what: 'a text', bytes: Buffer.from('hello'), type: 'text/plain; charset=utf-8', kept: 'text/plain' },
    { what: 'a page', bytes: Buffer.from('<html>'), type: 'text/html', kept: null },
    { what: 'a drawing that can run scripts', bytes: Buffer.from('<svg/>'), type: 'image/svg+xml', kept: null },
    { what: 'a false picture', bytes: Buffer.from('<script>'), type: 'image/png', kept: null },
    { what: 'nothing', bytes: Buffer.alloc(0), type: 'image/png', kept: null },
  ])('$what is kept as $kept', async ({ bytes, type, kept }) => {
    const origin = await serve(file(bytes, type));
    if (kept) await expect(get(origin, origin)).resolves.toMatchObject({ mimeType: kept });
    else await expect(get(origin, origin)).rejects.toMatchObject({ name: 'NotToBeHad' });
  });

  it.each([
    { says: 'its length', head: true },
    { says: 'nothing of its length', head: false },
  ])('may not be larger than allowed, when the server says $says', async ({ head }) => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png', ...(head ? { 'content-length': 2_000 } : {}) });
      response.write(PNG);
      for (let part = 0; part < 20; part += 1) response.write(Buffer.alloc(100));
      response.end();
    });
    const rules = { trustedOrigins: new Set([origin]), signal, maxBytes: 1_000 };
    await expect(fetchFile(origin, rules)).rejects.toThrow(/larger/);
  });

  it.each([
    { status: 404, name: 'NotToBeHad' },
    { status: 403, name: 'NotToBeHad' },
    { status: 429, name: 'Error' },
    { status: 503, name: 'Error' },
  ])('is gone, or tried again later, at $status: $name', async ({ status, name }) => {
    const origin = await serve(file(PNG, 'image/png', status));
    await expect(get(origin, origin)).rejects.toMatchObject({ name });
  });
});
