import { describe, expect, it } from 'vitest';
import { createAccessTokens, type Grant } from './access-tokens.ts';

const START = Date.parse('2026-11-20T12:00:00Z');

function lab(grants: (asked: number) => Partial<Grant> & { kind: Grant['kind'] }) {
  let at = START;
  let asked = 0;
  const ask = async (): Promise<Grant> => {
    asked += 1;
    const endsAt = new Date(at + 3_600_000);
    const all = { token: `t${asked}`, endsAt, body: {}, problem: 'No', afterMs: 1_000, ...grants(asked) };
    return all as unknown as Grant;
  };
  const tokens = createAccessTokens<string>(
    ask,
    (key) => key,
    () => new Date(at),
  );
  return { tokens, asked: () => asked, pass: (ms: number) => (at += ms) };
}
const good = () => ({ kind: 'granted' as const });

describe('access tokens', () => {
  it('are asked for once, however many need one', async () => {
    const { tokens, asked } = lab(good);
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.open('a')));
    expect(new Set(all.map((grant) => (grant.kind === 'granted' ? grant.token : '')))).toEqual(new Set(['t1']));
    await tokens.open('a');
    expect(asked()).toBe(1);
  });

  it('belong to one account and its secret', async () => {
    const { tokens } = lab(good);
    expect(await tokens.open('a')).toMatchObject({ token: 't1' });
    expect(await tokens.open('b')).toMatchObject({ token: 't2' });
  });

  it('are renewed before they end', async () => {
    const { tokens, pass } = lab(good);
    await tokens.open('a');
    pass(3_600_000 - 59_000);
    expect(await tokens.open('a')).toMatchObject({ token: 't2' });
  });

  it('are renewed once when several callers find the same one refused', async () => {
    const { tokens, asked } = lab(good);
    await tokens.open('a');
    const all = await Promise.all([tokens.renew('a', 't1'), tokens.renew('a', 't1')]);
    expect(all).toMatchObject([{ token: 't2' }, { token: 't2' }]);
    expect(await tokens.renew('a', 't1')).toMatchObject({ token: 't2' });
    expect(asked()).toBe(2);
  });

  it('are not asked for again and again when the login is refused', async () => {
    const { tokens, asked, pass } = lab((count) => ({ kind: count < 6 ? 'refused' : 'granted' }));
    for (let at = 0; at < 20; at += 1) expect(await tokens.open('a')).toMatchObject({ kind: 'refused' });
    expect(asked()).toBe(5);
    pass(61_000);
    expect(await tokens.open('a')).toMatchObject({ kind: 'granted' });
  });

  it('are asked for again when the network was only away', async () => {
    const { tokens } = lab((count) => ({ kind: count < 2 ? 'later' : 'granted' }));
    expect(await tokens.open('a')).toMatchObject({ kind: 'later' });
    expect(await tokens.open('a')).toMatchObject({ kind: 'granted' });
  });
});
