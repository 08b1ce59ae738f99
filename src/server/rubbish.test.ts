import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentId } from '../core/ids.ts';
import type { RuledRoute } from './rules.ts';
import { type Dice, diceOf, rubbishFor, type Schema, spoilt, WORDS } from './test/rubbish.fixture.ts';
import { nameOf, openWalk, type Walk } from './test/walk.fixture.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
const NOUNS = ['agents', 'inboxes', 'conversations', 'otherConversations', 'messages', 'contacts', 'labels', 'fields'];
/** What takes long (passwords are hashed, networks are asked), and what would end the asking. */
const LEFT_OUT = /password|^\/webhooks|^\/api\/session|^\/api\/invitation|^\/api\/security\/policy|counts$/;

describe('every route, asked rubbish', () => {
  let walk: Walk;
  let asking: AgentId;
  let operations: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  let routes: readonly RuledRoute[];
  beforeAll(async () => {
    walk = await openWalk();
    asking = await walk.hire('owner');
    operations = (await walk.desk.http.inject('/openapi.json')).json().paths;
    routes = walk.routes.filter(({ url, isWebSocket }) => !isWebSocket && !LEFT_OUT.test(url));
  });
  afterAll(() => walk.close());

  const operationOf = ({ url, method }: RuledRoute) =>
    operations[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  /** What failed of it, if it did. */
  const ask = async (route: RuledRoute, query: string, body: unknown): Promise<readonly unknown[]> => {
    const url = `${walk.things.urlOf(route).split('?')[0]}?${query}`;
    const hasBody = body !== undefined;
    const answer = await walk.desk.http.inject({
      method: route.method as 'GET',
      url,
      headers: { ...(await walk.sessionOf(asking)), ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      ...(hasBody ? { payload: JSON.stringify(body) } : {}),
    });
    return answer.statusCode === 500 ? [[nameOf(route), query, JSON.stringify(body)]] : [];
  };
  const queryFor = (operation: Operation, roll: Dice, ids: readonly string[]) => {
    const asked = (operation.parameters ?? []).filter((one) => one.in === 'query' && roll(3) > 0);
    return new URLSearchParams(
      asked.map(({ name, schema }) => [name, String(rubbishFor(schema, roll, ids))] as [string, string]),
    ).toString();
  };

  /** A thousand questions take a busy machine its time. */
  const patiently = { timeout: 300_000 };

  it('says what was wrong, and never that something went wrong here', patiently, async () => {
    const ids = [...NOUNS.map((noun) => walk.things.idOf(noun)), '00000000-0000-7000-8000-000000000000'];
    const failed: unknown[] = [];
    for (let seed = 1; seed <= 4; seed += 1)
      for (const route of routes) {
        const operation = operationOf(route);
        if (!operation) continue;
        const roll = diceOf(seed * 7919 + nameOf(route).length);
        const schema = operation.requestBody?.content['application/json']?.schema;
        const body = schema && rubbishFor(schema, roll, ids);
        failed.push(...(await ask(route, queryFor(operation, roll, ids), body)));
      }
    expect(failed).toEqual([]);
  });

  it('takes any letter in any text, or says why not', patiently, async () => {
    const failed: unknown[] = [];
    for (const word of WORDS.slice(0, 4))
      for (const route of routes)
        for (const body of spoilt(walk.things.bodyOf(route) ?? null, word))
          failed.push(...(await ask(route, '', body)));
    expect(failed).toEqual([]);
  });

  it.each([
    ['a body nested deeper than anything', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a body that is no JSON', '{'],
    ['a body that is one word', '"\\u0000"'],
  ])('%s is refused', async (_, payload) => {
    const headers = { ...(await walk.sessionOf(asking)), 'content-type': 'application/json' };
    const answer = await walk.desk.http.inject({ method: 'POST', url: '/api/bulk', headers, payload });
    expect(answer.statusCode).toBe(400);
  });

  it('a cursor that was bent is refused', async () => {
    const mark = (list: string) => JSON.parse(Buffer.from(list, 'base64url').toString())[0];
    const headers = await walk.sessionOf(asking);
    const get = (url: string) => walk.desk.http.inject({ url, headers });
    const id = walk.things.idOf('conversations');
    const { cursor } = (await get('/api/conversations?view=all&limit=1')).json();
    const bend = (...parts: unknown[]) => Buffer.from(JSON.stringify([mark(cursor), ...parts])).toString('base64url');
    for (const at of ['1', 'November', '0000-01-01T00:00:00+00:00', '\u0000', '+275760-09-13T00:00:00.000Z', 1e300])
      expect([at, (await get(`/api/conversations?view=all&limit=1&cursor=${bend(0, id, at)}`)).statusCode]).toEqual([
        at,
        400,
      ]);
    for (const bent of ['1', '\u0000|x', `November|${id}`, `0000-01-01T00:00:00+00:00|${id}`])
      expect([bent, (await get(`/api/notifications?cursor=${encodeURIComponent(bent)}`)).statusCode]).toEqual([
        bent,
        400,
      ]);
  });
});
