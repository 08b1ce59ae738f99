import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { neverLeft, openHttp, retryAfterMs } from './http.ts';

const failed = (cause: Error, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(cause, more) });
const refused = { code: 'ECONNREFUSED', syscall: 'connect' };
const unreachable = { code: 'EHOSTUNREACH', syscall: 'connect' };
const several = (...errors: object[]) => new AggregateError(errors.map((one) => Object.assign(new Error(), one)));

it.each([
  ['nobody listens', failed(new Error(), refused), true],
  ['there is no such name', failed(new Error(), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true],
  ['there is no road to it', failed(new Error(), unreachable), true],
  ['there is no road to any of its addresses', failed(several(unreachable, unreachable), unreachable), true],
  ['nobody listens at any of its addresses', failed(several(refused, unreachable), refused), true],
  ['the road was lost under way', failed(new Error(), { code: 'EHOSTUNREACH', syscall: 'read' }), false],
  ['the line went dead under way', failed(new Error(), { code: 'ETIMEDOUT', syscall: 'read' }), false],
  ['the line broke', failed(new Error(), { code: 'ECONNRESET', syscall: 'read' }), false],
  ['the certificate is its own', failed(new Error(), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), true],
  ['the certificate has ended', failed(new Error(), { code: 'CERT_HAS_EXPIRED' }), true],
  ['it took too long', new DOMException('', 'TimeoutError'), false],
  ['something else was thrown', 'odd', false],
])('when %s, whether it surely never left: %3$s', (_when, error, wanted) => {
  expect(neverLeft(error)).toBe(wanted);
});

it.each([
  ['7', 7_000],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', undefined],
  ['soon', undefined],
  ['', undefined],
  ['-1', undefined],
])('to come again after "%s" is %s ms', (value, wanted) => {
  const headers = new Headers({ 'retry-after': value });
  expect(retryAfterMs(headers, new Date('2026-11-22T12:00:00Z'))).toBe(wanted);
});

it('follows no redirect, keeps the digits of an answer, and says in words that nobody answered', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(307, { location: '/there' }).end();
    else if (request.url === '/there') response.writeHead(200).end('{"id":5741311803571721087}');
    else if (request.url === '/page') response.writeHead(502).end('<html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, more: { timeoutMs?: number } = {}) =>
    openHttp({ name: 'Viber', ...more })({ method: 'GET', url: `${base}${path}` });
  expect(await get('/there')).toMatchObject({ status: 200, json: { id: '5741311803571721087' } });
  expect(await get('/page')).toMatchObject({ kind: 'answered', status: 502, json: undefined });
  expect(await get('/moved')).toMatchObject({ kind: 'lost', isSent: true });
  expect(await get('/silence', { timeoutMs: 20 })).toEqual({
    kind: 'lost',
    isSent: true,
    detail: 'Viber did not answer in time.',
  });
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  expect(await get('/there')).toMatchObject({ kind: 'lost', isSent: false });
});
