import { CareError } from '../core/errors.ts';
import type { FieldId } from '../core/ids.ts';
import type { FieldAbout, FieldKind } from '../core/work/field.ts';
import { namedFirst } from '../core/work/named-first.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import {
  type FieldRow,
  insertField,
  lockField,
  lockFieldOrder,
  updateField,
  writeFieldOrder,
} from '../storage/work/fields.ts';
import type { Principal } from './who.ts';

export interface NewField {
  readonly id: string;
  readonly about: FieldAbout;
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
}

/** The id comes from the browser: a second try changes nothing. Throws `name_taken`, `id_taken`, `choices_missing`, `choice_twice`. */
export function makeField(db: Database, who: Principal, input: NewField, now: Date): Promise<FieldRow> {
  const id = input.id as FieldId;
  const choices = checkedChoices(input.kind, input.choices);
  return db.transaction(async (tx) => {
    const isNew = await insertField(tx, who.workspaceId, { ...input, id, choices, by: who.agentId }, now);
    const field = await lockField(tx, who.workspaceId, id);
    if (!field) throw nameTaken(input.name);
    if (!isNew && (field.name !== input.name || field.about !== input.about))
      throw new CareError('conflict', 'id_taken', 'This id belongs to another field. Use a new one.');
    if (!isNew) return field;
    await addAudit(tx, who, { act: 'field.made', target: id, detail: { before: null, after: shown(field) } }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'field', conversationId: null }], now);
    return field;
  });
}

/** What is filled in stays, also where a choice is taken away. Throws `no_such_field`, `name_taken`, `choices_missing`, `choice_twice`. */
export function changeField(
  db: Database,
  who: Principal,
  id: FieldId,
  patch: {
    readonly name?: string | undefined;
    readonly choices?: readonly string[] | undefined;
    readonly isArchived?: boolean | undefined;
  },
  now: Date,
): Promise<FieldRow> {
  return db.transaction(async (tx) => {
    const before = await lockField(tx, who.workspaceId, id);
    if (!before) throw new CareError('not_found', 'no_such_field', 'There is no such field.');
    const after: FieldRow = {
      ...before,
      name: patch.name ?? before.name,
      choices: patch.choices ? checkedChoices(before.kind, patch.choices) : before.choices,
      isArchived: patch.isArchived ?? before.isArchived,
    };
    if (!(await updateField(tx, who.workspaceId, after, now))) throw nameTaken(after.name);
    const detail = { before: shown(before), after: shown(after) };
    if (JSON.stringify(detail.before) === JSON.stringify(detail.after)) return after;
    await addAudit(tx, who, { act: 'field.changed', target: id, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'field', conversationId: null }], now);
    return after;
  });
}

/** Which field of a kind comes first. Fields that somebody else made meanwhile stay behind those that are named. */
export function orderFields(
  db: Database,
  who: Principal,
  { about, ids }: { readonly about: FieldAbout; readonly ids: readonly string[] },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await lockFieldOrder(tx, who.workspaceId, about);
    const after = namedFirst(before, ids);
    if (!after) return;
    await writeFieldOrder(tx, who.workspaceId, after);
    const detail = { before: [...before], after: [...after] };
    await addAudit(tx, who, { act: 'field.ordered', target: null, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'field', conversationId: null }], now);
  });
}

function checkedChoices(kind: FieldKind, choices: readonly string[]): readonly string[] {
  if (kind !== 'choice') return [];
  if (choices.length === 0)
    throw new CareError(
      'invalid',
      'choices_missing',
      'Write at least one choice: there would be nothing to choose from.',
      { field: 'choices' },
    );
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index);
  if (twice) throw new CareError('invalid', 'choice_twice', `“${twice}” stands there twice.`, { field: 'choices' });
  return choices;
}

const shown = ({ about, name, kind, choices, isArchived, position }: FieldRow) => ({
  about,
  name,
  kind,
  choices,
  isArchived,
  position,
});
const nameTaken = (name: string) =>
  new CareError(
    'conflict',
    'name_taken',
    `There is a field “${name}” already, perhaps an archived one. Take that one or another name.`,
    { field: 'name' },
  );
