import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ContactId, ConversationId, Json } from '../core/ids.ts';
import { type FieldAbout, type FieldValue, misfitOf } from '../core/work/field.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { type FieldRow, listFields, lockValues, writeValues } from '../storage/work/fields.ts';
import { loadConversation } from './load-conversation.ts';
import { tellAboutContact } from './tell-about-contact.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

export type Filled =
  | {
      readonly about: 'conversation';
      readonly id: ConversationId;
      readonly values: Readonly<Record<string, FieldValue>>;
    }
  | { readonly about: 'contact'; readonly id: ContactId; readonly values: Readonly<Record<string, FieldValue>> };

/**
 * Lays these values over those that are there; null empties a field. All of them or none.
 * Throws `no_such_field`, `wrong_value` (in words), `no_such_conversation`, `no_such_contact`.
 */
export function fillFields(db: Database, who: Who, input: Filled, now: Date): Promise<void> {
  const { workspaceId } = who;
  return db.transaction(async (tx) => {
    if (input.about === 'conversation') await loadConversation(tx, workspaceId, input.id);
    const before = await lockValues(tx, workspaceId, input.about, input.id);
    if (!before) throw noSuch(input.about);
    const known = new Map((await listFields(tx, workspaceId)).map((field) => [field.id as string, field]));
    const after: Record<string, Json> = { ...before };
    const told: { id: string; name: string; from: Json; to: Json }[] = [];
    for (const [id, value] of Object.entries(input.values)) {
      const field = fieldFor(known.get(id), input.about, value);
      if ((before[id] ?? null) === value) continue;
      if (value === null) delete after[id];
      else after[id] = value;
      told.push({ id, name: field.name, from: before[id] ?? null, to: value });
    }
    if (told.length === 0) return;
    await writeValues(tx, workspaceId, input.about, input.id, after);
    await tell(tx, who, input, told, now);
  });
}

function fieldFor(field: FieldRow | undefined, about: FieldAbout, value: FieldValue): FieldRow {
  if (!field || field.about !== about)
    throw new CareError('invalid', 'no_such_field', 'There is no such field (any more). Read the page again.');
  const misfit = misfitOf(field, value);
  if (misfit) throw new CareError('invalid', 'wrong_value', misfit, { fieldId: field.id });
  return field;
}

async function tell(tx: Tx, who: Who, input: Filled, fields: readonly Json[], now: Date): Promise<void> {
  const { workspaceId } = who;
  if (input.about === 'contact') return tellAboutContact(tx, who, input.id, [], now);
  await addTimelineEvents(tx, workspaceId, [
    { ...toldBy(who, now), conversationId: input.id, kind: 'fields_filled', detail: { fields } },
  ]);
  await recordChanges(tx, workspaceId, [{ kind: 'fields', conversationId: input.id }], now);
}
