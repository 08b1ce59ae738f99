import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerPage } from '../../src/wire/inboxes.ts';
import { type Api, openApi } from '../product/api.ts';
import { META, metaJson, signatureOf, startGraph } from '../product/meta.ts';
import { type House, makeHouse } from '../product/process.ts';
import { until } from '../product/until.ts';

const CURL = '/usr/bin/curl';
const isThere = existsSync(CURL);
if (!isThere) console.warn(`Webhooks by curl are left out: there is no ${CURL}.`);

/** The vectors of Meta's documents: the bytes on the wire and what they are signed with. */
const EMPTY = {
  body: '{"object":"page","entry":[]}',
  signature: 'sha256=62d889dd42d72e70152aa25b44d5a3a1551327bd0e5a05053c92ec4ac56f04ad',
};
const ACCENT = {
  body: String.raw`{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"text":"caf\u00e9"}}]}]}`,
  signature: 'sha256=1089ea1bb1ccde036bb8d43b541197233cc1e0708a4abfe2fc879feba0e89f4a',
};
const RESERIALISED = 'sha256=a1bafd34c29e3112ad400522c9458c56298f297c032c956f835e6bcc067b9b02';

const POST = `${META.pageId}_771100220033441`;
const comment = metaJson({
  object: 'page',
  entry: [
    {
      id: META.pageId,
      time: 1_795_000_003,
      changes: [
        {
          field: 'feed',
          value: {
            from: { id: '7300112233445566', name: 'Zoë Ångström' },
            message: 'Το φερμουάρ χάλασε 😡 — grüße, 지퍼가 고장났어요',
            post_id: POST,
            comment_id: '771100220033441_880055112233',
            created_time: 1_795_000_000,
            item: 'comment',
            parent_id: POST,
            verb: 'add',
          },
        },
      ],
    },
  ],
});
const direct = metaJson({
  object: 'page',
  entry: [
    {
      id: META.pageId,
      time: 1_795_002_000_345,
      messaging: [
        {
          sender: { id: '24681357900112233' },
          recipient: { id: META.pageId },
          timestamp: 1_795_001_999_870,
          message: { mid: 'm_curl', text: 'Où est ma commande ? 📦 café' },
        },
      ],
    },
  ],
});

describe.runIf(isThere)('Meta’s webhooks, posted by curl', () => {
  let house: House;
  let api: Api;
  let webhook = '';
  let closeGraph = async () => {};

  beforeAll(async () => {
    house = await makeHouse();
    const graph = await startGraph();
    closeGraph = () => graph.close();
    const product = await house.start({ EARSHOT_META_GRAPH_URL: graph.graphUrl });
    api = await openApi(product);
    await api.connect('facebook', META);
    await api.connect('messenger', META);
    webhook = `${product.url}/webhooks/main/meta`;
  });
  afterAll(async () => {
    await house?.leave();
    await closeGraph();
  });

  it.each([
    { what: 'the empty batch', ...EMPTY, status: 200 },
    { what: 'an accent as the network escapes it', ...ACCENT, status: 200 },
    { what: 'the signature of the re-serialised body', body: ACCENT.body, signature: RESERIALISED, status: 401 },
    {
      what: 'the re-serialised body itself',
      body: JSON.stringify(JSON.parse(ACCENT.body)),
      signature: ACCENT.signature,
      status: 401,
    },
    { what: 'a signature cut short', body: EMPTY.body, signature: EMPTY.signature.slice(0, -1), status: 401 },
  ])('answers $status to $what', async ({ body, signature, status }) => {
    expect((await post(body, signature)).status).toBe(status);
  });

  it('answers the network’s question whether we are there, and nobody else’s', async () => {
    const ask = (token: string) => ['-G', ...form({ mode: 'subscribe', challenge: '1158201444', verify_token: token })];
    expect(await curl([...ask(META.verifyToken), webhook])).toEqual({ status: 200, body: '1158201444' });
    expect((await curl([...ask('guessed'), webhook])).status).toBe(403);
  });

  it('shows what was posted on the desk, in the customers’ own letters', async () => {
    expect((await post(comment, signatureOf(comment))).status).toBe(200);
    expect((await post(direct, signatureOf(direct))).status).toBe(200);
    const rows = await until('both conversations', async () => {
      const found = await api.conversations('needs_answer');
      return found.length === 2 && found;
    });
    const shown = rows.map(({ channel, reach, preview }) => ({ channel, reach, preview }));
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(
      expect.arrayContaining([
        { channel: 'facebook', reach: 'owned_public', preview: 'Το φερμουάρ χάλασε 😡 — grüße, 지퍼가 고장났어요' },
        { channel: 'messenger', reach: 'owned_private', preview: 'Où est ma commande ? 📦 café' },
      ]),
    );
    expect(rows.find(({ channel }) => channel === 'facebook')?.contact.name).toBe('Zoë Ångström');
  });

  it('wrote down everything that was signed rightly, and only that', async () => {
    const balance = await api.settledBalance(({ received }) => received === 4);
    expect(balance).toMatchObject({ received: 4, filed: 2, ignored: 2, duplicate: 0, setAside: 0, isExact: true });
    const { items } = await api.read(LedgerPage, '/api/ledger?state=ignored');
    for (const { reason } of items) expect(reason).toBeTruthy();
  });

  const post = (body: string, signature: string) =>
    curl(
      [
        '-H',
        'content-type: application/json',
        '-H',
        `x-hub-signature-256: ${signature}`,
        '--data-binary',
        '@-',
        webhook,
      ],
      body,
    );
});

const form = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).flatMap(([name, value]) => ['--data-urlencode', `hub.${name}=${value}`]);

/** @param input what it reads from its standard input, byte for byte */
function curl(args: readonly string[], input = ''): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const all = ['-sS', '--max-time', '20', '--noproxy', '*', '-w', '\n%{http_code}', ...args];
    const child = execFile(CURL, all, (error, out) => {
      if (error) return reject(error);
      const end = out.lastIndexOf('\n');
      resolve({ status: Number(out.slice(end + 1)), body: out.slice(0, end) });
    });
    child.stdin?.end(input);
  });
}
