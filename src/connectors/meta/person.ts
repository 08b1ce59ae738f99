import { z } from 'zod';
import type { Person } from '../../core/channel/event.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import type { MetaCredentials } from './credentials.ts';
import { nothingOr } from './errors.ts';
import { asPage, type Graph } from './graph.ts';

const Profile = z.object({
  id,
  name: lenient(text),
  first_name: lenient(text),
  last_name: lenient(text),
  profile_pic: lenient(webUrl),
});

/** Name and picture, where Meta shows them: what was not granted is silently left out. */
export async function findPerson(graph: Graph, personId: string, credentials: MetaCredentials): Promise<Person | null> {
  const answer = await graph(
    { method: 'GET', path: encodeURIComponent(personId), query: { fields: 'first_name,last_name,name,profile_pic' } },
    asPage(credentials),
  );
  if (answer.kind !== 'ok') return nothingOr(answer);
  const profile = Profile.safeParse(answer.body).data;
  if (!profile) return null;
  const name = profile.name ?? [profile.first_name, profile.last_name].filter(Boolean).join(' ');
  return {
    id: personId as ExternalIdentityId,
    scope: credentials.pageId,
    ...(name ? { name } : {}),
    ...(profile.profile_pic ? { avatarUrl: profile.profile_pic } : {}),
  };
}
