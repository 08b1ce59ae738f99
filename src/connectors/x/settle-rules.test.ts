import { expect, it } from 'vitest';
import type { ApiAnswer } from './api.ts';
import type { AppCall } from './as-app.ts';
import { type OddRules, settleRules } from './settle-rules.ts';

const now = () => new Date('2026-11-20T09:00:00Z');
const rule = (value: string) => ({ value, tag: 'earshot:700:search:1' });
type Kept = { id: string; value: string; tag: string };
interface Post {
  readonly add?: readonly { readonly value: string; readonly tag: string }[];
  readonly delete?: { readonly ids: readonly string[] };
}

type Manner = 'names it' | 'names it, takes none' | 'says nothing' | 'is busy';
/** A network that keeps rules, and does not know the word `odd`. `manner`: how it says so. */
function network(kept: Kept[], manner: Manner = 'names it', duplicateId?: string) {
  const calls: string[] = [];
  const ok = (json: object) => ({ read: { ok: true, body: json, headers: new Headers() } as ApiAnswer, json });
  const no = (status: number, json: object = {}) => {
    const read = {
      ok: false,
      status,
      title: '',
      detail: '',
      type: '',
      afterMs: undefined,
      isPerhapsDone: false,
    } as const;
    return { read, json };
  };
  const call: AppCall = async (method, _path, body: Post = {}) => {
    calls.push(method);
    if (method === 'GET') return ok({ data: kept, meta: {} });
    if (manner === 'is busy') return no(429);
    for (const id of body.delete?.ids ?? [])
      kept.splice(
        kept.findIndex((one) => one.id === id),
        1,
      );
    const odd = (body.add ?? []).filter(({ value }) => value.startsWith('odd'));
    const errors = odd.map(({ value }) => ({ value, title: 'UnprocessableEntity' }));
    if (odd.length > 0 && manner === 'says nothing') return no(400, { title: 'Invalid Request' });
    if (odd.length > 0 && manner === 'names it, takes none') return no(400, { errors });
    const data: Kept[] = [];
    const twice: object[] = [];
    for (const one of body.add ?? [])
      if (kept.some(({ value }) => value === one.value.toLowerCase()))
        twice.push({ value: one.value, id: duplicateId, title: 'DuplicateRule' });
      else if (!odd.includes(one)) data.push({ ...one, id: `made ${one.value}` });
    kept.push(...data);
    return ok({ data, errors: [...errors, ...twice] });
  };
  return { calls, kept, call };
}
const settle = (call: AppCall, values: readonly string[], odd: OddRules = new Map()) =>
  settleRules(call, values.map(rule), { accounts: new Set(['700']), odd, now });
const valuesOf = (kept: readonly Kept[]) => kept.map(({ value }) => value).toSorted();

it.each(['names it', 'names it, takes none', 'says nothing'] as const)(
  'a rule that X does not take is left out, the others go on, when it %s',
  async (manner) => {
    const { kept, call, calls } = network([], manner);
    const odd: OddRules = new Map();
    const values = ['a', 'b', 'odd 1', 'c', 'd', 'odd 2', 'e'];
    await settle(call, values, odd);
    expect(valuesOf(kept)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...odd.keys()]).toEqual(['odd 1', 'odd 2']);
    // it is not asked for again at once
    calls.length = 0;
    await settle(call, values, odd);
    expect(calls).toEqual(['GET']);
  },
);

it('takes away what is ours and not wanted, and nothing else', async () => {
  const { kept, call, calls } = network([
    { id: '1', ...rule('old') },
    { id: '2', ...rule('kept') },
    { id: '3', value: 'foreign', tag: 'watch' },
  ]);
  const settled = await settle(call, ['kept', 'new']);
  expect(valuesOf(kept)).toEqual(['foreign', 'kept', 'new']);
  expect(calls).toEqual(['GET', 'POST', 'POST']);
  expect(settled).toEqual({
    byId: new Map([
      ['2', 'kept'],
      ['3', 'foreign'],
      ['made new', 'new'],
    ]),
  });
});

it.each([
  { of: 'says as which', id: '3', byId: [['3', 'TeaPot']], calls: ['GET', 'POST'] },
  { of: 'does not say as which', id: undefined, byId: [['3', 'teapot']], calls: ['GET', 'POST', 'GET'] },
])('one that stands already is no error, where X $of', async ({ id, byId, calls }) => {
  const { call, calls: made } = network([{ id: '3', value: 'teapot', tag: 'watch' }], 'names it', id);
  expect(await settle(call, ['TeaPot'])).toEqual({ byId: new Map(byId as [string, string][]) });
  expect(made).toEqual(calls);
});

it('a list without any order to its refusals is not tried for ever', async () => {
  const { call, calls } = network([], 'says nothing');
  await settle(
    call,
    Array.from({ length: 90 }, (_, at) => `odd ${at}`),
  );
  expect(calls.length).toBeLessThanOrEqual(41);
});

it('tells what stands in the way of all', async () => {
  expect(await settle(network([], 'is busy').call, ['a'])).toMatchObject({ failure: 'slow' });
  expect(await settle(async () => ({ failure: 'keys' }), ['a'])).toEqual({ failure: 'keys' });
});
