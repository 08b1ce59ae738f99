import { CareError } from '../core/errors.ts';
import type { LabelId } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { insertLabel, type LabelRow, lockLabel, updateLabel } from '../storage/work/labels.ts';
import type { Principal } from './who.ts';

/** The id comes from the browser: a second try changes nothing. Throws `name_taken`, `id_taken`. */
export function makeLabel(
  db: Database,
  who: Principal,
  input: { readonly id: string; readonly name: string; readonly colour: string },
  now: Date,
): Promise<LabelRow> {
  const id = input.id as LabelId;
  return db.transaction(async (tx) => {
    const isNew = await insertLabel(tx, who.workspaceId, { ...input, id, by: who.agentId }, now);
    const label = await lockLabel(tx, who.workspaceId, id);
    if (!label) throw nameTaken(input.name);
    if (!isNew && label.name !== input.name)
      throw new CareError('conflict', 'id_taken', 'This id belongs to another label. Use a new one.');
    if (!isNew) return label;
    const { name, colour } = label;
    await addAudit(tx, who, { act: 'label.made', target: id, detail: { before: null, after: { name, colour } } }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'label', conversationId: null }], now);
    return label;
  });
}

/** Renames, recolours, archives or brings back. What carries an archived one keeps it. Throws `no_such_label`, `name_taken`. */
export function changeLabel(
  db: Database,
  who: Principal,
  id: LabelId,
  patch: {
    readonly name?: string | undefined;
    readonly colour?: string | undefined;
    readonly isArchived?: boolean | undefined;
  },
  now: Date,
): Promise<LabelRow> {
  return db.transaction(async (tx) => {
    const before = await lockLabel(tx, who.workspaceId, id);
    if (!before) throw new CareError('not_found', 'no_such_label', 'There is no such label.');
    const after: LabelRow = {
      id,
      name: patch.name ?? before.name,
      colour: patch.colour ?? before.colour,
      isArchived: patch.isArchived ?? before.isArchived,
    };
    if (!(await updateLabel(tx, who.workspaceId, after, now))) throw nameTaken(after.name);
    const detail = { before: shown(before), after: shown(after) };
    if (JSON.stringify(detail.before) === JSON.stringify(detail.after)) return after;
    await addAudit(tx, who, { act: 'label.changed', target: id, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'label', conversationId: null }], now);
    return after;
  });
}

const shown = ({ name, colour, isArchived }: LabelRow) => ({ name, colour, isArchived });
const nameTaken = (name: string) =>
  new CareError(
    'conflict',
    'name_taken',
    `There is a label “${name}” already, perhaps an archived one. Take that one or another name.`,
    { field: 'name' },
  );
