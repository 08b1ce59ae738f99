import { afterEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { keepSecondOpinion, requireEveryInbox } from '../../actions/second-opinion/keep-choice.ts';
import { ACTS } from '../../core/access/role.ts';
import { HEADS } from '../../core/learning/own.ts';
import { exportRows } from '../../storage/export.ts';
import { openDesk } from '../test/desk.fixture.ts';
import { always, openFakeModel } from './fake-model.fixture.ts';

const KEY = 'sk-never-shown-4711';
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const CHOICE = {
  model: 'small-1',
  callsADay: 50,
  tokensADay: null,
  below: 0.6,
  heads: [...HEADS],
  languages: ['de', 'pt-BR'],
  withPrivate: false,
};

eachDatabase((open) => {
  describe('the language model, at the desk', () => {
    it('is connected by who may connect inboxes, written down without its key, and tried with an invented message', async () => {
      const db = await open();
      const desk = await openDesk(db);
      ends.push(() => desk.close());
      const model = await openFakeModel(
        always({ sentiment: 'negative', kind: 'complaint', urgency: '1', topic: 'delivery' }),
      );
      ends.push(model.close);
      const workspace = await desk.makeWorkspace('kettle');
      const [owner, admin, lead, agent, viewer] = await Promise.all(
        (['owner', 'admin', 'lead', 'agent', 'viewer'] as const).map((role) => desk.signIn(workspace, role)),
      );
      const seen: string[] = [];
      const ask = async (who: typeof owner, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
        const headers = who?.headers ?? {};
        const answer = await desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
        seen.push(answer.body);
        return { status: answer.statusCode, ...(answer.json() as Record<string, unknown>) };
      };
      const url = '/api/second-opinion';
      const choice = { ...CHOICE, address: `${model.address}/chat/completions/` };
      for (const who of [lead, agent, viewer])
        for (const [method, at, body] of [
          ['GET', url, undefined],
          ['PUT', url, { ...choice, isOn: true, version: 0 }],
          ['POST', `${url}/test`, choice],
        ] as const)
          expect(await ask(who, method, at, body)).toMatchObject({ status: 403, code: 'not_allowed' });

      expect(await ask(admin, 'GET', url)).toMatchObject({
        status: 200,
        version: 0,
        isOn: false,
        hasKey: false,
        settled: [],
      });
      expect(await ask(admin, 'POST', `${url}/test`, { ...choice, key: KEY })).toMatchObject({
        status: 200,
        problem: null,
        said: { kind: { label: 'complaint', p: 0.8 } },
        sent: expect.stringContaining('[email]'),
      });
      expect(model.asked[0]?.raw).not.toMatch(/ida@example|901820|48213377|kettle_care/);
      expect(await ask(admin, 'PUT', url, { ...choice, isOn: true, version: 0, key: KEY })).toMatchObject({
        status: 200,
        address: model.address,
        hasKey: true,
        isOn: true,
        today: { calls: 0 },
      });
      expect(await ask(owner, 'PUT', url, { ...choice, isOn: false, version: 0 })).toMatchObject({
        status: 409,
        code: 'changed_meanwhile',
      });
      // The kept key is used for the test, and never sent elsewhere.
      await ask(owner, 'POST', `${url}/test`, choice);
      expect(model.asked[1]?.headers.authorization).toBe(`Bearer ${KEY}`);
      const elsewhere = { ...choice, address: 'https://elsewhere.example/v1' };
      for (const at of [`${url}/test`, url])
        expect(
          await ask(
            owner,
            at === url ? 'PUT' : 'POST',
            at,
            at === url ? { ...elsewhere, isOn: true, version: 1 } : elsewhere,
          ),
        ).toMatchObject({ status: 400, code: 'key_again' });
      model.will(() => ({ content: `The key is ${KEY}` }));
      expect(await ask(owner, 'POST', `${url}/test`, choice)).toMatchObject({ said: null, answer: 'The key is [key]' });
      model.will(() => ({ status: 401, body: KEY }));
      expect(await ask(owner, 'POST', `${url}/test`, choice)).toMatchObject({ problem: 'It refuses the key.' });

      const log = await ask(owner, 'GET', '/api/audit?act=second_opinion');
      expect(JSON.stringify(log)).toContain('second_opinion.changed');
      expect(JSON.stringify(log)).toContain('"before":null');
      expect(seen.join()).not.toContain(KEY);
      const exported = JSON.stringify(await Array.fromAsync(exportRows(db.read, workspace)));
      expect(exported).toContain('"second_opinion_settings"');
      expect(exported).not.toContain(KEY);
      expect(exported).not.toContain('api_key');
      expect(await ask(owner, 'PUT', url, { ...choice, isOn: true, version: 1, key: null })).toMatchObject({
        hasKey: false,
      });
    });

    it('refuses what would not do, and says where', async () => {
      const desk = await openDesk(await open());
      ends.push(() => desk.close());
      const { headers } = await desk.signIn(await desk.makeWorkspace('kettle'), 'admin');
      const wrong: readonly (readonly [field: string, value: unknown])[] = [
        ['address', 'https://192.168.1.4/v1'],
        ['address', 'model'],
        ['address', 'http://models.example/v1'],
        ['address', 'https://me:pw@models.example/v1'],
        ['address', 'https://models.example/v1?key=1'],
        ['heads', []],
        ['heads', ['mood']],
        ['callsADay', 0],
        ['tokensADay', 10],
        ['below', 2],
        ['languages', ['german']],
        ['key', 'a\r\nx-evil: 1'],
        ['shape', 'none'],
      ];
      for (const [field, value] of wrong) {
        const payload = { ...CHOICE, address: 'https://models.example/v1', isOn: true, version: 0, [field]: value };
        const answer = await desk.http.inject({ method: 'PUT', url: '/api/second-opinion', headers, payload });
        expect([field, value, answer.statusCode, answer.body.includes(field)]).toEqual([field, value, 400, true]);
      }
    });

    it('reaches into the house of nobody where the desk is open to the world', async () => {
      const desk = await openDesk(await open(), { config: { url: 'https://care.example' } });
      ends.push(() => desk.close());
      const { headers } = await desk.signIn(await desk.makeWorkspace('kettle'), 'admin');
      const payload = { ...CHOICE, address: 'http://127.0.0.1:9/v1' };
      const answer = await desk.http.inject({ method: 'POST', url: '/api/second-opinion/test', headers, payload });
      expect(answer.json()).toMatchObject({ code: 'bad_address' });
    });

    it('is nothing for who does not see every inbox', async () => {
      const desk = await openDesk(await open());
      ends.push(() => desk.close());
      const workspaceId = await desk.makeWorkspace('kettle');
      const who = { workspaceId, agentId: null, acts: ACTS, inboxes: new Map() };
      expect(() => requireEveryInbox(who)).toThrow(/every inbox/);
      const input = { version: 0, choice: { ...CHOICE, isOn: true, address: 'https://models.example/v1' } };
      expect(() => keepSecondOpinion(desk.deps, who, input, new Date())).toThrow(/every inbox/);
    });
  });
});
