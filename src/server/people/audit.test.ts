import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

const DAY_MS = 24 * 3_600_000;

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  describe('an API token', () => {
    it('is renamed, says when it ends soon, and has nothing that is a person’s', async () => {
      const { owner } = await street.shop();
      const wish = { name: 'reports', scopes: ['audit.read'], expiresInDays: 20 };
      const { token, apiToken } = (await street.call('POST', '/api/tokens', owner.headers, wish)).json();
      expect(apiToken.isExpiringSoon).toBe(false);
      const renamed = await street.call('PATCH', `/api/tokens/${apiToken.id}`, owner.headers, { name: 'Reports' });
      expect(renamed.json()).toMatchObject({ name: 'Reports' });
      street.pass(7 * DAY_MS);
      expect((await street.call('GET', '/api/tokens', owner.headers)).json().items[0].isExpiringSoon).toBe(true);
      const bearer = { authorization: `Bearer ${token}` };
      for (const [method, url, body] of [
        ['GET', '/api/me/security', undefined],
        ['POST', '/api/me/totp', undefined],
        ['POST', '/api/me/passkeys/ask', undefined],
        ['PATCH', '/api/me', { name: 'X' }],
        ['DELETE', '/api/me/sessions', undefined],
        ['PUT', '/api/me/password', { password: PASSWORD }],
      ] as const)
        expect((await street.call(method, url, bearer, body)).json()).toMatchObject({ code: 'agents_only' });
    });
  });

  describe('the audit log', () => {
    it('is filtered by act, actor, target and time', async () => {
      const { id, owner } = await street.shop();
      const admin = await street.desk.signIn(id, 'admin');
      const first = new Date(street.now()).toISOString();
      street.pass(60_000);
      await street.call('POST', '/api/agents', admin.headers, { name: 'Bo', email: 'bo@example.com', role: 'agent' });
      const between = new Date(street.now() + 1).toISOString();
      street.pass(60_000);
      await street.call('PATCH', '/api/me', owner.headers, { name: 'Owner Two' });
      const acts = async (query: string) => (await street.auditOf(owner.headers, query)).map(({ act }) => act);
      expect(await acts(`?from=${first}&actor=${admin.agentId}`)).toEqual(
        expect.arrayContaining(['agent.link_made', 'agent.invited']),
      );
      expect(await acts(`?from=${between}`)).toEqual(['agent.changed']);
      expect(await acts(`?to=${first}&act=agent.changed`)).toEqual([]);
      expect(await acts(`?target=${owner.agentId}&act=agent.changed`)).toEqual(['agent.changed']);
      expect(await acts(`?act=agent%25`)).toEqual([]);
      const [changed] = await street.auditOf(owner.headers, '?act=agent.changed');
      expect(changed?.detail).toEqual({ before: { name: expect.any(String) }, after: { name: 'Owner Two' } });
      expect(changed?.address).toMatch(/^10\.1\./);
    });

    it.each(['actor=x', 'from=yesterday', 'limit=0', 'before=1'])('does not understand ?%s', async (query) => {
      const { owner } = await street.shop();
      expect((await street.call('GET', `/api/audit?${query}`, owner.headers)).statusCode).toBe(400);
    });

    it('is exported as CSV that no spreadsheet takes for formulas, and that is noted', async () => {
      const { owner } = await street.shop();
      await street.call('PATCH', '/api/me', owner.headers, { name: '=HYPERLINK("https://evil.example")' });
      const csv = await street.call('GET', '/api/audit.csv?act=agent.', owner.headers);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
      const lines = csv.body.trim().split('\r\n');
      expect(lines[0]).toBe('at,who,kind,act,target,detail,from');
      expect(lines.length).toBeGreaterThan(2);
      expect(csv.body).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
      expect(csv.body).not.toMatch(/(^|,)[=+@]/m);
      expect(await street.auditOf(owner.headers, '?act=audit.')).toMatchObject([{ act: 'audit.exported' }]);
    });
  });
});
