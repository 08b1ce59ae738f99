import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { MessageId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { addBoardRow, addHeard, addPastHours } from '../../storage/listening/heard.fixture.ts';
import { readProblems } from '../../storage/listening/problems.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import { createLab, type Lab } from '../file/lab.fixture.ts';
import { correctMessage } from '../learning/correct-message.ts';
import { triageDue } from '../triage/triage-due.ts';
import { understand } from '../understanding/understand.ts';
import { noteSpikes } from './note-spike.ts';

const MINUTE = 60_000;
const COMPLAINTS = [
  'Your checkout is broken, I cannot pay',
  'checkout broken again, this is terrible',
  'The checkout does not work. Awful.',
  'I hate this, the checkout fails every time',
  'Cannot order, checkout broken since noon, angry',
  'Worst shop ever, checkout is broken',
  'checkout shows an error, useless, fix it',
];

eachDatabase((open) => {
  let db: Database;
  let lab: Lab;
  beforeEach(async () => {
    db ??= await open();
    lab = await createLab(db, understand);
    await quietUsually(SAID_TO_US);
  });
  const quietUsually = (boardId: string) => addPastHours(db, lab.workspaceId, { boardId, perHour: 1, now: lab.now() });
  const decided = async () => {
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
    const { rows } = await sql<{ name: string; fact: string | null }>`
      select p.name, (select part -> 'fact' ->> 'term' from jsonb_array_elements(c.priority_parts) part
        where part ->> 'factor' = 'known_problem') as fact
      from conversations c join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
      where c.workspace_id = ${lab.workspaceId} order by p.name`.execute(db.read);
    return Object.fromEntries(rows.map(({ name, fact }) => [name, fact]));
  };
  const many = () => COMPLAINTS.map((text, nth) => lab.comment(`p${nth}`, `post${nth}`, `m${nth}`, text));

  it('is seen in what waits already, in public and in private, and in what comes', async () => {
    await lab.receive([
      ...many(),
      lab.direct('quietly', 'd1', 'I cannot pay, the checkout is broken'),
      lab.comment('other', 'post9', 'm90', 'My parcel never came, this is terrible'),
    ]);
    await lab.file();
    expect(Object.values(await decided()).filter(Boolean)).toEqual([]);
    lab.pass(MINUTE);
    expect(await noteSpikes(db, lab.workspaceId, lab.now())).toBe(1);
    const then = await decided();
    expect(then).toMatchObject({ p0: expect.stringContaining('checkout'), p5: expect.stringContaining('checkout') });
    expect(then.quietly).toContain('checkout');
    expect(then.other).toBe(null);

    await lab.receive([
      lab.direct('later', 'd2', 'the checkout is broken, I am so angry'),
      lab.comment('glad', 'post8', 'm80', 'Thank you so much, I love the new checkout!'),
    ]);
    await lab.file();
    const after = await decided();
    expect(after.later).toContain('checkout');
    expect(after.glad).toBe(null);
  });

  it('is over when the spike is, and stays with what was part of it', async () => {
    await lab.receive(many());
    await lab.file();
    await noteSpikes(db, lab.workspaceId, lab.now());
    expect(await readProblems(db.read, lab.workspaceId)).not.toEqual([]);
    lab.pass(5 * 60 * MINUTE);
    await noteSpikes(db, lab.workspaceId, lab.now());
    expect(await readProblems(db.read, lab.workspaceId)).toEqual([]);
    await lab.receive([lab.comment('late', 'post7', 'm70', 'the checkout is broken, terrible')]);
    await lab.file();
    const after = await decided();
    expect(after.late).toBe(null);
    expect(after.p0).toContain('checkout');
  });

  it('stays through a correction that leaves it a complaint, and goes with one that does not', async () => {
    await lab.receive(many());
    await lab.file();
    await noteSpikes(db, lab.workspaceId, lab.now());
    const correct = async (name: string, label: string) => {
      const { rows } = await sql<{ id: MessageId }>`select m.id from messages m
        join contacts p on p.workspace_id = m.workspace_id and p.name = ${name}
        join identities i on i.workspace_id = m.workspace_id and i.contact_id = p.id and i.id = m.identity_id
        where m.workspace_id = ${lab.workspaceId}`.execute(db.read);
      for (const head of ['kind', 'sentiment'] as const)
        await correctMessage(
          db,
          lab.who,
          { messageId: rows[0]?.id as MessageId, head, label: head === 'kind' ? label : 'neutral' },
          lab.now(),
        );
    };
    await correct('p0', 'question');
    await correct('p1', 'chatter');
    const after = await decided();
    expect(after.p0).toContain('checkout');
    expect(after.p1).toBe(null);
  });

  describe('of a board', () => {
    it.each([
      ['own', true],
      ['competitor', false],
    ] as const)('%s: %s', async (kind, counts) => {
      const boardId = await addBoardRow(db, lab.workspaceId, { kind });
      await quietUsually(boardId);
      const posts = COMPLAINTS.map((text, nth) => ({
        at: new Date(lab.now().getTime() - nth * 1000),
        text,
        author: `a${nth}`,
        sentiment: 'negative' as const,
      }));
      await addHeard(db, lab.workspaceId, { boardId, inboxId: lab.inboxId }, posts);
      expect(await noteSpikes(db, lab.workspaceId, lab.now())).toBe(1);
      expect((await readProblems(db.read, lab.workspaceId)).join(' ').includes('checkout')).toBe(counts);
    });
  });
});
