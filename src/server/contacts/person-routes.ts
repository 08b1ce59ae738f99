import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mergePeople } from '../../actions/person/merge-people.ts';
import { setCompany } from '../../actions/person/set-company.ts';
import { setStage } from '../../actions/person/set-stage.ts';
import { setVip } from '../../actions/person/set-vip.ts';
import { splitPeople } from '../../actions/person/split-people.ts';
import { tellApart } from '../../actions/person/tell-apart.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { noSuch } from '../../core/access/no-such.ts';
import type { ContactId } from '../../core/ids.ts';
import { readAbout } from '../../storage/person/about-person.ts';
import { readStory } from '../../storage/person/story.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  NewPersonMerge,
  PersonAbout,
  PersonMerge,
  PutApart,
  PutCompany,
  PutStage,
  PutVip,
  Story,
  StoryQuery,
} from '../../wire/persons.ts';
import type { Deps } from '../deps.ts';
import { readPerson } from './read-person.ts';

const tags = ['contacts'];
const params = z.object({ id: Id });
const done = { ok: true } as const;
const idOf = ({ id }: { readonly id: string }) => id as ContactId;

/** Who somebody is: what speaks for two contacts being one, how far they are with us, and everything with them. */
export const personRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const seeing = { rule: { act: 'contacts.read', on: { a: 'contact', right: 'see' } } } as const;
  const config = { rule: { act: 'contacts.work', on: { a: 'contact', right: 'answer' } } } as const;

  app.get(
    '/api/contacts/:id/about',
    { config: seeing, schema: { tags, params, response: { 200: PersonAbout } } },
    ({ who, params }) => readPerson(db.read, who, idOf(params), now()),
  );
  app.get(
    '/api/contacts/:id/story',
    { config: seeing, schema: { tags, params, querystring: StoryQuery, response: { 200: Story } } },
    async ({ who, params, query }) => {
      const asked = { ...query, visible: visibleInboxes(who.inboxes) };
      const { items, cursor } = await readStory(db.read, who.workspaceId, idOf(params), asked);
      if (items.length === 0 && !(await readAbout(db.read, who.workspaceId, idOf(params)))) throw noSuch('contact');
      return {
        items: items.map(({ at, ...item }) => ({ ...item, at: at.toISOString() })),
        cursor,
      };
    },
  );

  app.put(
    '/api/contacts/:id/vip',
    { config, schema: { tags, params, body: PutVip, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await setVip(db, who, idOf(params), body.isVip, now());
      return done;
    },
  );
  app.put(
    '/api/contacts/:id/stage',
    { config, schema: { tags, params, body: PutStage, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await setStage(db, who, idOf(params), body.stage, now());
      return done;
    },
  );
  app.put(
    '/api/contacts/:id/company',
    { config, schema: { tags, params, body: PutCompany, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await setCompany(db, who, idOf(params), body.companyId, now());
      return done;
    },
  );

  app.post(
    '/api/contacts/:id/merges',
    { config, schema: { tags, params, body: NewPersonMerge, response: { 200: PersonMerge } } },
    ({ who, params, body }) =>
      mergePeople(db, who, { id: body.id, into: idOf(params), from: body.contactId as ContactId }, now()),
  );
  app.delete(
    '/api/contacts/:id/merges/:merge',
    { config, schema: { tags, params: params.extend({ merge: Id }), response: { 200: Done } } },
    async ({ who, params }) => {
      await splitPeople(db, who, { id: params.merge, contactId: idOf(params) }, now());
      return done;
    },
  );
  app.put(
    '/api/contacts/:id/apart',
    { config, schema: { tags, params, body: PutApart, response: { 200: Done } } },
    async ({ who, params, body }) => {
      const pair = { contactId: idOf(params), other: body.contactId as ContactId, isApart: body.isApart };
      await tellApart(db, who, pair, now());
      return done;
    },
  );
};
