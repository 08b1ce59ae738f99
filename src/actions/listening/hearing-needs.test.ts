import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { listHits } from '../../storage/listening/hits.ts';
import { openOverhearingLab } from '../file/overhearing-lab.fixture.ts';
import { understand } from '../understanding/understand.ts';
import { takeUpHit } from './take-up-hit.ts';

const COMPLAINT = 'The kettle co lid came off in my hand after two weeks, what a waste of money';
const PRAISE = 'Lovely kettle co mornings, best tea ever';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  async function open(care: 'words' | 'understood', becomes: 'board' | 'conversation') {
    const lab = await openOverhearingLab(db, understand);
    await lab.listen({ care, becomes, name: 'Care' });
    await lab.write(lab.overheard('ida', 'p1', COMPLAINT));
    await lab.write(lab.overheard('jo', 'p2', PRAISE));
    const board = async () => {
      const asked = { boardId: lab.board, visible: null, state: 'all', limit: 50 } as const;
      return (await listHits(db.read, lab.workspaceId, asked)).items;
    };
    return { ...lab, listed: board };
  }

  it('a complaint in no word of any list is heard by what it means, and its board says as what', async () => {
    const lab = await open('understood', 'board');
    const items = await lab.listed();
    expect(items).toMatchObject([
      { text: COMPLAINT, because: [{ kind: 'brand' }], needs: [{ is: 'complaint', p: expect.any(Number) }] },
    ]);
    expect(items[0]?.needs[0]?.p).toBeGreaterThan(0.5);
    expect(await lab.ends()).toEqual([
      'filed: a hit on a board',
      'ignored: no listening rule wants it: nothing in it that calls for care',
    ]);
    await lab.write(lab.edit('p1', `Still: ${COMPLAINT}`));
    expect(await lab.listed()).toMatchObject([{ text: `Still: ${COMPLAINT}`, needs: [{ is: 'complaint' }] }]);
  });

  it('a rule of words lets it pass', async () => {
    const lab = await open('words', 'board');
    expect(await lab.listed()).toEqual([]);
  });

  it('what becomes a conversation tells as what it was heard, by itself or taken up', async () => {
    const needs = [{ is: 'complaint', p: expect.any(Number) }];
    const lab = await open('understood', 'conversation');
    expect(await lab.kinds()).toContainEqual(
      expect.objectContaining({
        kind: 'found_by_listening',
        detail: expect.objectContaining({ rules: ['Care'], words: ['Kettle Co'], needs }),
      }),
    );
    const other = await open('understood', 'board');
    const [hit] = await other.hits();
    await takeUpHit(db, other.who, hit?.id ?? '', { assigneeId: null, teamId: null }, other.now());
    expect((await other.kinds()).find(({ kind }) => kind === 'taken_up')?.detail).toMatchObject({ needs });
  });

  it('a hit of a rule that knew nothing of meaning is widened by one that does', async () => {
    const lab = await openOverhearingLab(db, understand);
    await lab.listen({});
    const post = lab.overheard('ida', 'p1', COMPLAINT);
    await lab.write(post);
    await lab.listen({ care: 'understood', boardId: lab.rivals });
    await lab.write({ ...post, account: 'help' });
    expect(await lab.hits()).toMatchObject([{ boards: 2, because: [{}, { needs: [{ is: 'complaint' }] }] }]);
  });
});
