import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { openOverhearingLab as open } from './overhearing-lab.fixture.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('a post that is found by keyword and said to us', () => {
    const found = (lab: Awaited<ReturnType<typeof open>>, more: object = {}) =>
      lab.overheard('ida', 'p1', '@page kettle co is broken', more);
    const said = (lab: Awaited<ReturnType<typeof open>>, more: object = {}) =>
      lab.mention('ida', 'p1', '@page kettle co is broken', more);

    describe.each(['board', 'conversation'] as const)('by a rule that fills a %s', (becomes) => {
      it.each([
        [
          'the mention first',
          async (lab: Awaited<ReturnType<typeof open>>) => {
            await lab.write(said(lab));
            await lab.write(found(lab));
          },
        ],
        [
          'the keyword first',
          async (lab: Awaited<ReturnType<typeof open>>) => {
            await lab.write(found(lab));
            await lab.write(said(lab));
          },
        ],
        ['both in one batch', (lab: Awaited<ReturnType<typeof open>>) => lab.write(said(lab), found(lab))],
        [
          'both in one batch, the keyword first',
          (lab: Awaited<ReturnType<typeof open>>) => lab.write(found(lab), said(lab)),
        ],
        [
          'the mention first, for another account',
          async (lab: Awaited<ReturnType<typeof open>>) => {
            await lab.write(said(lab, { account: 'help' }));
            await lab.write(found(lab));
          },
        ],
        [
          'the keyword first, the mention for another account',
          async (lab: Awaited<ReturnType<typeof open>>) => {
            await lab.write(found(lab));
            await lab.write(said(lab, { account: 'help' }));
          },
        ],
        [
          'both in one batch, for two accounts',
          (lab: Awaited<ReturnType<typeof open>>) => lab.write(found(lab), said(lab, { account: 'help' })),
        ],
        [
          'many times over',
          async (lab: Awaited<ReturnType<typeof open>>) => {
            await lab.write(found(lab), found(lab, { account: 'help' }), said(lab));
            await lab.write(said(lab), said(lab, { account: 'help' }), found(lab));
          },
        ],
      ])('is one conversation and one hit: %s', async (_, come) => {
        const lab = await open(db);
        await lab.listen({ becomes });
        await come(lab);
        const [talk, ...others] = await lab.conversations();
        expect(others).toEqual([]);
        expect(talk).toMatchObject({ attention: 'needs_answer' });
        expect(await lab.messages()).toHaveLength(1);
        expect(await lab.hits()).toMatchObject([
          { state: 'taken_up', waiting: 0, boards: 1, conversation_id: talk?.id },
        ]);
        expect(await lab.balance()).toMatchObject({ setAside: 0, waiting: 0 });
      });
    });

    it('is one across two servers of a network that each have a name for it', async () => {
      const lab = await open(db);
      await lab.listen({ becomes: 'conversation' });
      const world = { worldId: 'https://far.example/posts/1' };
      await lab.write({ ...said(lab, world), id: '77' });
      await lab.write({ ...found(lab, { ...world, account: 'help' }), id: '4711' });
      // The same number on another server is another post.
      await lab.write({ ...found(lab, { worldId: 'https://far.example/posts/2', account: 'help' }), id: '77' });
      expect(await lab.messages()).toMatchObject([{ external_id: '77' }, { external_id: '77', inbox_id: lab.other }]);
      expect(await lab.hits()).toHaveLength(2);
    });

    it('counts once on the board and once among what was said to us', async () => {
      const lab = await open(db);
      await lab.listen({});
      await lab.write(found(lab), said(lab), lab.direct('ida', 'd1', 'kettle co'));
      expect((await lab.voices()).map(({ said: count }) => count)).toEqual([1, 1]);
    });
  });
});
