import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeField, makeField, orderFields } from '../../actions/keep-field.ts';
import { changeLabel, makeLabel } from '../../actions/keep-label.ts';
import type { FieldId, LabelId, WorkspaceId } from '../../core/ids.ts';
import { listFields } from '../../storage/work/fields.ts';
import { listLabels } from '../../storage/work/labels.ts';
import { Id } from '../../wire/common.ts';
import {
  CustomField,
  CustomFieldList,
  FieldOrder,
  Label,
  LabelList,
  NewCustomField,
  NewLabel,
  PatchCustomField,
  PatchLabel,
} from '../../wire/work.ts';
import type { Deps } from '../deps.ts';
import { showField, showLabel } from './show.ts';

const tags = ['work'];
const params = z.object({ id: Id });

/** What conversations and people can be told apart by: labels, and fields of the workspace's own. */
export const labelRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const read = { rule: { act: 'conversations.read' } } as const;
  const manage = { rule: { act: 'labels.manage' } } as const;

  app.get('/api/labels', { config: read, schema: { tags, response: { 200: LabelList } } }, async ({ who }) => ({
    items: (await listLabels(db.read, who.workspaceId)).map(showLabel),
  }));
  app.post(
    '/api/labels',
    { config: manage, schema: { tags, body: NewLabel, response: { 200: Label } } },
    async ({ who, body }) => showLabel(await makeLabel(db, who, body, now())),
  );
  app.patch(
    '/api/labels/:id',
    { config: manage, schema: { tags, params, body: PatchLabel, response: { 200: Label } } },
    async ({ who, params: { id }, body }) => showLabel(await changeLabel(db, who, id as LabelId, body, now())),
  );

  const fields = async (workspaceId: WorkspaceId) => ({
    items: (await listFields(db.read, workspaceId)).map(showField),
  });
  app.get('/api/fields', { config: read, schema: { tags, response: { 200: CustomFieldList } } }, ({ who }) =>
    fields(who.workspaceId),
  );
  app.post(
    '/api/fields',
    { config: manage, schema: { tags, body: NewCustomField, response: { 200: CustomField } } },
    async ({ who, body }) => showField(await makeField(db, who, body, now())),
  );
  app.patch(
    '/api/fields/:id',
    { config: manage, schema: { tags, params, body: PatchCustomField, response: { 200: CustomField } } },
    async ({ who, params: { id }, body }) => showField(await changeField(db, who, id as FieldId, body, now())),
  );
  app.put(
    '/api/fields/order',
    { config: manage, schema: { tags, body: FieldOrder, response: { 200: CustomFieldList } } },
    async ({ who, body }) => {
      await orderFields(db, who, body, now());
      return fields(who.workspaceId);
    },
  );
};
