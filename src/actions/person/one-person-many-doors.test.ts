import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { ContactId } from '../../core/ids.ts';
import { listAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { readCandidates } from '../../storage/person/candidates.ts';
import { renameContact, setStanding } from '../change-contact.ts';
import { mergeConversations } from '../merge-conversations.ts';
import { addContactNote } from '../note-about-contact.ts';
import { takeBack } from '../take-back.ts';
import { triageDue } from '../triage/triage-due.ts';
import { mergePeople } from './merge-people.ts';
import { setStage } from './set-stage.ts';
import { setVip } from './set-vip.ts';
import { splitPeople } from './split-people.ts';
import { openStreet } from './street.fixture.ts';

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  const merge = (
    street: Awaited<ReturnType<typeof openStreet>>,
    into: ContactId,
    from: ContactId,
    id = newId<string>(),
  ) => mergePeople(db, street.who, { id, into, from }, street.at('12:30'));
  const partsOf = async (workspaceId: number, id: string) => {
    const { rows } = await sql<{
      parts: { factor: string; points: number }[];
      priority: number;
    }>`select priority_parts as parts, priority
      from conversations where workspace_id = ${workspaceId} and id = ${id}`.execute(db.read);
    return rows[0];
  };

  it('who mailed, called and then posts is one person with one rising problem, and answered once', async () => {
    const street = await openStreet(db);
    const { workspaceId, who } = street;
    const mail = await street.say(
      'email',
      { id: 'ida@home.example', name: 'Ida Karlsson' },
      '09:00',
      'Where is my order? +46 70 123 45 67',
    );
    const call = await street.say('phone', { id: '+46701234567' }, '10:00', 'They called: voicemail');
    const tweet = await street.say(
      'x',
      { id: '77', name: 'ida_k', handle: 'ida_k' },
      '12:00',
      'Nobody answers! Write to ida@home.example',
    );
    const alone = await street.people();
    const found = async (id: ContactId) =>
      (await readCandidates(db.read, workspaceId, id)).map(({ contactId, kind }) => [contactId, kind]);
    expect(await found(tweet.contact)).toEqual([[mail.contact, 'email']]);
    expect(await found(call.contact)).toEqual(expect.arrayContaining([[mail.contact, 'phone']]));

    while ((await triageDue(db, workspaceId, street.at('12:01'))) > 0);
    const before = await partsOf(workspaceId, tweet.conversation);
    const first = await merge(street, mail.contact, tweet.contact);
    const second = await merge(street, mail.contact, call.contact);
    while ((await triageDue(db, workspaceId, street.at('12:31'))) > 0);
    const after = await partsOf(workspaceId, tweet.conversation);
    expect(before?.parts.map(({ factor }) => factor)).not.toContain('tries');
    expect(after?.parts.map(({ factor }) => factor)).toContain('tries');
    expect(after?.priority).toBeGreaterThan(before?.priority ?? 0);

    const undo = newId<string>();
    const others = [mail.conversation, call.conversation];
    await mergeConversations(
      db,
      who,
      { id: undo, into: tweet.conversation, conversations: others },
      street.at('12:32'),
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from messages where workspace_id = ${workspaceId}
      and conversation_id = ${tweet.conversation}`.execute(db.read);
    expect(rows[0]?.n).toBe(3);

    await takeBack(db, who, undo as never, street.at('12:33'));
    await splitPeople(db, who, { id: first.id, contactId: tweet.contact }, street.at('12:34'));
    await splitPeople(db, who, { id: second.id, contactId: mail.contact }, street.at('12:35'));
    expect(await street.people()).toEqual(alone);
    const acts = (await listAudit(db.read, workspaceId, { limit: 10 })).map(({ act }) => act);
    expect(acts.filter((act) => act.startsWith('contact.'))).toEqual([
      'contact.split',
      'contact.split',
      'contact.merged',
      'contact.merged',
    ]);
  });

  it('two people with one mailbox are nobody’s double', async () => {
    const street = await openStreet(db);
    const box = { id: 'berg.lind@home.example' };
    const mail = await street.say('email', { ...box, name: 'Anna Berg' }, '08:00', 'Hello');
    await street.say('email', { ...box, name: 'Bo Lind' }, '09:00', 'Hello from me');
    await street.say('email', { ...box, name: 'Anna Berg' }, '10:00', 'And again');
    const anna = await street.say(
      'facebook',
      { id: 'anna', name: 'Anna Berg' },
      '11:00',
      'My mail is berg.lind@home.example',
    );
    const [key] = await readCandidates(db.read, street.workspaceId, anna.contact);
    expect(key).toMatchObject({ contactId: mail.contact });
    expect(key?.names.map(({ name }) => name).toSorted()).toEqual(['Anna Berg', 'Bo Lind']);
  });

  it('a split gives both sides back, with what was said since, and keeps what people changed since', async () => {
    const street = await openStreet(db);
    const { who, workspaceId } = street;
    const a = await street.say('email', { id: 'a@home.example', name: 'Ida' }, '09:00', 'One');
    const b = await street.say('x', { id: 'b', name: 'Ida on X', handle: 'ida' }, '09:05', 'Two');
    const c = await street.say('facebook', { id: 'c', name: 'Ida on Facebook' }, '09:06', 'Three');
    const now = street.at('09:30');
    await setVip(db, who, b.contact, true, now);
    await setStage(db, who, c.contact, 'lead', now);
    await sql`update contacts set fields = '{"x": "b", "y": "b"}' where workspace_id = ${workspaceId} and id = ${b.contact}`.execute(
      db.read,
    );
    await sql`update contacts set fields = '{"x": "a"}', orders_count = 1, orders_value = 12.50 where workspace_id = ${workspaceId} and id = ${a.contact}`.execute(
      db.read,
    );
    await sql`update contacts set orders_count = 2, orders_value = 30.25 where workspace_id = ${workspaceId} and id = ${c.contact}`.execute(
      db.read,
    );
    await addContactNote(db, who, { contactId: b.contact, noteId: newId(), text: 'Likes boats' }, now);
    const alone = await street.people();
    const one = await merge(street, a.contact, b.contact);
    const two = await merge(street, a.contact, c.contact);
    const { rows } =
      await sql`select vip_at is not null as vip, lifecycle, fields, orders_count as n, orders_value::float8 as v from contacts
      where workspace_id = ${workspaceId} and id = ${a.contact}`.execute(db.read);
    expect(rows).toEqual([{ vip: true, lifecycle: 'lead', fields: { x: 'a', y: 'b' }, n: 3, v: 42.75 }]);
    // The first one first, then the other: each takes out only its own.
    await splitPeople(db, who, { id: one.id, contactId: a.contact }, now);
    await splitPeople(db, who, { id: one.id, contactId: b.contact }, now);
    await splitPeople(db, who, { id: two.id, contactId: c.contact }, now);
    expect(await street.people()).toEqual(alone);

    const again = await merge(street, a.contact, b.contact);
    await renameContact(db, who, a.contact, 'Ida Lind', now);
    await setStanding(db, who, a.contact, { isBlocked: true }, now);
    const later = await street.say('x', { id: 'b', name: 'Ida on X', handle: 'ida' }, '14:00', 'Four');
    expect(later.contact).toBe(a.contact);
    await splitPeople(db, who, { id: again.id, contactId: b.contact }, now);
    const { rows: both } = await sql<{
      id: string;
      name: string;
      blocked: boolean;
      n: number;
    }>`select p.id, p.name, p.blocked_at is not null as blocked,
        (select count(*)::int from conversations c where c.workspace_id = p.workspace_id and c.contact_id = p.id) as n
      from contacts p where p.workspace_id = ${workspaceId} and p.id <> ${c.contact} order by p.name`.execute(db.read);
    expect(both).toEqual([
      { id: a.contact, name: 'Ida Lind', blocked: true, n: 1 },
      { id: b.contact, name: 'Ida on X', blocked: true, n: 2 },
    ]);
  });

  it('a merge is done once, into nobody who is gone, and from the top of a chain', async () => {
    const street = await openStreet(db);
    const { who } = street;
    const a = await street.say('x', { id: 'a', name: 'A' }, '09:00', 'One');
    const b = await street.say('x', { id: 'b', name: 'B' }, '09:01', 'Two');
    const c = await street.say('x', { id: 'c', name: 'C' }, '09:02', 'Three');
    const alone = await street.people();
    const id = newId<string>();
    await merge(street, a.contact, b.contact, id);
    await merge(street, a.contact, b.contact, id);
    await expect(merge(street, a.contact, b.contact)).rejects.toMatchObject({ code: 'merged_already' });
    await expect(merge(street, b.contact, c.contact)).rejects.toMatchObject({ code: 'merged_already' });
    await expect(merge(street, a.contact, a.contact)).rejects.toMatchObject({ code: 'same_person' });
    await expect(merge(street, c.contact, a.contact, id)).rejects.toMatchObject({ code: 'id_taken' });
    await expect(merge(street, a.contact, newId<ContactId>())).rejects.toMatchObject({ code: 'no_such_contact' });
    const top = await merge(street, c.contact, a.contact);
    await expect(splitPeople(db, who, { id, contactId: b.contact }, street.at('13:00'))).rejects.toMatchObject({
      code: 'merged_on',
    });
    await splitPeople(db, who, { id: top.id, contactId: a.contact }, street.at('13:00'));
    await splitPeople(db, who, { id, contactId: b.contact }, street.at('13:00'));
    expect(await street.people()).toEqual(alone);
    await expect(splitPeople(db, who, { id, contactId: c.contact }, street.at('13:00'))).rejects.toMatchObject({
      code: 'no_such_merge',
    });
  });

  it('whoever is blocked becomes one only with somebody who is', async () => {
    const street = await openStreet(db);
    const a = await street.say('x', { id: 'a', name: 'A' }, '09:00', 'One');
    const b = await street.say('x', { id: 'b', name: 'B' }, '09:01', 'Two');
    await setStanding(db, street.who, b.contact, { isBlocked: true }, street.at('10:00'));
    await expect(merge(street, a.contact, b.contact)).rejects.toMatchObject({ code: 'blocked_differs' });
  });
});
