import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openGraph } from './graph.ts';

const as = { token: 'EAATESTTOKEN', appSecret: 'harbor-test-secret' };
const call = { method: 'POST', path: '1/feed', body: { message: 'x' } } as const;
const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  openGraph({ graphUrl: 'http://graph.test/v26.0/', fetch: async () => new Response(body, { status, headers }) });

describe('a call', () => {
  it('carries the token, the proof and the version', async () => {
    let asked: { url: string; init: RequestInit | undefined } | undefined;
    const graph = openGraph({
      fetch: async (url, init) => {
        asked = { url: String(url), init };
        return new Response('{"id":98765432109876543}');
      },
    });
    expect(await graph(call, as)).toEqual({ kind: 'ok', body: { id: '98765432109876543' } });
    expect(asked?.url).toBe(
      'https://graph.facebook.com/v26.0/1/feed?appsecret_proof=bf2f917a5a3eca9aa296cc81464a64a57f6727b943f059b2476a23bc148e05d3',
    );
    expect(asked?.init?.headers).toMatchObject({
      authorization: 'Bearer EAATESTTOKEN',
      'content-type': 'application/json',
    });
  });

  it.each([
    {
      when: 'Meta refuses, whatever the status',
      graph: answering(200, '{"error":{"code":190,"error_subcode":460,"message":"m"}}'),
      expected: { kind: 'error', error: { code: 190, subcode: 460 } },
    },
    {
      when: 'a proxy answers with a page',
      graph: answering(502, '<html>Bad gateway</html>'),
      expected: { kind: 'lost', isSent: true },
    },
    { when: 'the body is empty', graph: answering(200, ''), expected: { kind: 'lost', isSent: true } },
    {
      when: 'the status is bad and says nothing',
      graph: answering(503, '{}'),
      expected: { kind: 'lost', isSent: true },
    },
  ])('is told when $when', async ({ graph, expected }) => {
    expect(await graph(call, as)).toMatchObject(expected);
  });

  it('reads how long to wait, which Meta gives in minutes', async () => {
    const usage = JSON.stringify({ '1': [{ type: 'pages', estimated_time_to_regain_access: 7 }] });
    const graph = answering(400, '{"error":{"code":80001,"message":"m"}}', { 'x-business-use-case-usage': usage });
    expect(await graph(call, as)).toMatchObject({ kind: 'error', error: { waitMs: 420_000 } });
  });

  it('knows what never left from what was perhaps carried out', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v26.0`;
    const graph = openGraph({ graphUrl, timeoutMs: 50 });
    expect(await graph(call, as)).toEqual({ kind: 'lost', isSent: true, detail: 'Meta did not answer in time.' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await graph(call, as)).toMatchObject({ kind: 'lost', isSent: false });
  });
});
