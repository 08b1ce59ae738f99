import type { NamedField } from '../../core/composing/variables.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** Fields that a saved reply may speak of. */
export function listNamedFields(db: Reader, workspaceId: WorkspaceId): Promise<readonly NamedField[]> {
  return db
    .selectFrom('custom_fields')
    .select(['id', 'about', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
