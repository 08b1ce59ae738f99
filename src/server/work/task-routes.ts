import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addTask, changeTask, removeTask } from '../../actions/keep-task.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ConversationId, TaskId } from '../../core/ids.ts';
import { readTasksOf } from '../../storage/work/tasks.ts';
import { Done, Id } from '../../wire/common.ts';
import { NewTask, PatchTask, Task, TaskList, TaskQuery } from '../../wire/work.ts';
import type { Deps } from '../deps.ts';
import { showTask } from './show.ts';

const tags = ['work'];
const params = z.object({ id: Id });
/** More open tasks than anybody works through in a day. */
const MINE = 500;

/** Tasks of one line. A task's own address asks for the right on its conversation's inbox in the act itself. */
export const taskRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/api/tasks',
    {
      config: { rule: { act: 'conversations.read' } },
      schema: { tags, querystring: TaskQuery, response: { 200: TaskList } },
    },
    async ({ who, query: { dueBefore } }) => {
      if (!who.agentId) return { items: [] };
      const tasks = await readTasksOf(db.read, who.workspaceId, who.agentId, {
        dueBefore: dueBefore ? new Date(dueBefore) : null,
        inboxes: visibleInboxes(who.inboxes),
        limit: MINE,
      });
      return { items: tasks.map(showTask) };
    },
  );

  app.post(
    '/api/conversations/:id/tasks',
    {
      config: { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'answer' } } },
      schema: { tags, params, body: NewTask, response: { 200: Task } },
    },
    async ({ who, params: { id }, body }) => {
      const dueAt = body.dueAt === null ? null : new Date(body.dueAt);
      return showTask(await addTask(db, who, { ...body, conversationId: id as ConversationId, dueAt }, now()));
    },
  );

  const config = { rule: { act: 'conversations.work' } } as const;
  app.patch(
    '/api/tasks/:id',
    { config, schema: { tags, params, body: PatchTask, response: { 200: Task } } },
    async ({ who, params: { id }, body: { dueAt, ...patch } }) => {
      const due = dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) };
      return showTask(await changeTask(db, who, id as TaskId, { ...patch, ...due }, now()));
    },
  );
  app.delete(
    '/api/tasks/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeTask(db, who, id as TaskId, now());
      return { ok: true } as const;
    },
  );
};
