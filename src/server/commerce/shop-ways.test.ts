import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type CommerceLab, FORM, openCommerceLab, TOKEN } from './commerce-lab.fixture.ts';

eachDatabase((open) => {
  describe('a shop with two ways to be let in', () => {
    let lab: CommerceLab;
    beforeEach(async () => {
      lab = await openCommerceLab(await open(), 'ways');
    });
    afterEach(() => lab.close());

    it('says which there are, and of half a way what is missing', async () => {
      const kinds = (await lab.ask('GET', '/api/shop-kinds')).body.items;
      expect(kinds.map((one: { kind: string; sets: object[] }) => [one.kind, one.sets])).toEqual([
        [
          'shopify',
          [
            expect.objectContaining({ key: 'app', needs: ['clientId', 'clientSecret'], may: [] }),
            expect.objectContaining({ key: 'token', needs: ['accessToken'], may: ['clientSecret'] }),
          ],
        ],
        ['http', []],
      ]);
      const half = { kind: 'shopify', credentials: { domain: 'kettle.example', clientId: 'client' } };
      expect(await lab.ask('POST', '/api/shops', half)).toMatchObject({
        status: 400,
        body: {
          code: 'shop_refused',
          details: {
            fields: [
              { field: 'domain' },
              {
                field: 'clientSecret',
                message: 'Client secret is missing. Give either Client ID and Client secret, or Access token.',
              },
            ],
          },
        },
      });
    });

    it('tells by which it is let in, shows no secret, and forgets the one when it is given the other', async () => {
      const made = (await lab.connect()).body.shop;
      const form = async () => (await lab.ask('GET', `/api/shops/${made.id}/form`)).body;
      const change = (credentials: object) => lab.ask('PATCH', `/api/shops/${made.id}`, { credentials });
      const domain = 'kettle.myshopify.com';
      expect(await form()).toEqual({
        values: { domain, clientId: FORM.clientId },
        secrets: ['clientSecret'],
        set: 'app',
      });
      expect((await change({ clientId: null, accessToken: TOKEN })).status).toBe(200);
      expect(await form()).toEqual({ values: { domain }, secrets: ['clientSecret', 'accessToken'], set: 'token' });
      // Back again: what is left of the token would be gone by.
      expect((await change({ clientId: 'client', clientSecret: 'wrong', accessToken: null })).status).toBe(400);
      expect((await change({ clientId: 'client', accessToken: null })).status).toBe(200);
      expect(await form()).toMatchObject({ secrets: ['clientSecret'], set: 'app' });
      expect(await change({ clientId: null })).toMatchObject({ status: 400, body: { details: { field: 'clientId' } } });
    });

    it('shows its form to nobody who may not change it', async () => {
      const { id } = (await lab.connect()).body.shop;
      for (const role of ['lead', 'agent', 'viewer'] as const) {
        const { headers } = await lab.desk.signIn(lab.workspaceId, role);
        expect((await lab.ask('GET', `/api/shops/${id}/form`, undefined, headers)).status).toBe(403);
      }
      const elsewhere = await lab.desk.signIn(await lab.desk.makeWorkspace('elsewhere'), 'owner');
      expect((await lab.ask('GET', `/api/shops/${id}/form`, undefined, elsewhere.headers)).status).toBe(404);
    });
  });
});
