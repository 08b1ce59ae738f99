import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renameContact, setStanding } from '../../actions/change-contact.ts';
import { fillFields } from '../../actions/fill-fields.ts';
import { addContactNote, changeContactNote, removeContactNote } from '../../actions/note-about-contact.ts';
import type { ContactId } from '../../core/ids.ts';
import { Done, Id } from '../../wire/common.ts';
import { ContactNote, NewContactNote, PatchContact, PatchContactNote, PutStanding } from '../../wire/contacts.ts';
import { PutFields } from '../../wire/work.ts';
import type { Deps } from '../deps.ts';
import { showContactNote } from '../work/show.ts';

const tags = ['contacts'];
const params = z.object({ id: Id });
const noteParams = params.extend({ note: Id });
const done = { ok: true } as const;
const idOf = ({ id }: { readonly id: string }) => id as ContactId;

/** What people at the desk do with a person. */
export const contactRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'contacts.work', on: { a: 'contact', right: 'answer' } } } as const;

  app.patch(
    '/api/contacts/:id',
    { config, schema: { tags, params, body: PatchContact, response: { 200: Done } } },
    async ({ who, params, body }) => {
      if (body.name !== undefined) await renameContact(db, who, idOf(params), body.name, now());
      return done;
    },
  );
  app.put(
    '/api/contacts/:id/fields',
    { config, schema: { tags, params, body: PutFields, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await fillFields(db, who, { about: 'contact', id: idOf(params), values: body.values }, now());
      return done;
    },
  );
  app.put(
    '/api/contacts/:id/standing',
    { config, schema: { tags, params, body: PutStanding, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await setStanding(db, who, idOf(params), body, now());
      return done;
    },
  );

  app.post(
    '/api/contacts/:id/notes',
    { config, schema: { tags, params, body: NewContactNote, response: { 200: ContactNote } } },
    async ({ who, params, body }) => {
      const note = { contactId: idOf(params), noteId: body.id, text: body.text };
      return showContactNote(await addContactNote(db, who, note, now()));
    },
  );
  app.patch(
    '/api/contacts/:id/notes/:note',
    { config, schema: { tags, params: noteParams, body: PatchContactNote, response: { 200: ContactNote } } },
    async ({ who, params, body }) => {
      const note = { contactId: idOf(params), noteId: params.note, text: body.text };
      return showContactNote(await changeContactNote(db, who, note, now()));
    },
  );
  app.delete(
    '/api/contacts/:id/notes/:note',
    { config, schema: { tags, params: noteParams, response: { 200: Done } } },
    async ({ who, params }) => {
      await removeContactNote(db, who, { contactId: idOf(params), noteId: params.note }, now());
      return done;
    },
  );
};
