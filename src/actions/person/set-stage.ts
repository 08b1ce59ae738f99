import type { ContactId } from '../../core/ids.ts';
import type { Stage } from '../../core/person/lifecycle.ts';
import type { Database } from '../../storage/database.ts';
import { writeStage } from '../../storage/person/about-person.ts';
import { tellAboutContact } from '../tell-about-contact.ts';
import type { Who } from '../who.ts';
import { loadPerson } from './load-person.ts';

/** Null: it follows from what is known again. Throws `no_such_contact`. */
export function setStage(db: Database, who: Who, id: ContactId, stage: Stage | null, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadPerson(tx, who, id);
    if (before.lifecycle === stage) return;
    await writeStage(tx, who.workspaceId, id, stage, who.agentId);
    const detail = { from: before.lifecycle ?? 'rules', to: stage ?? 'rules' };
    await tellAboutContact(tx, who, id, [{ kind: 'contact_stage', detail }], now);
  });
}
