import { z } from 'zod';
import type { Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId } from '../../core/ids.ts';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import type { Viber } from './call.ts';
import { nothingOr } from './outcome.ts';

const Details = z.object({ user: z.object({ id, name: lenient(text), avatar: lenient(webUrl) }) });

/** Name and picture. Viber answers twice in 12 hours for each person. */
export async function findPerson(
  viber: Viber,
  personId: string,
  authToken: string,
  account: ExternalAccountId,
): Promise<Person | null> {
  const answer = await viber('get_user_details', authToken, { id: personId });
  if (answer.kind !== 'ok') return nothingOr(answer);
  const user = Details.safeParse(answer.body).data?.user;
  if (!user) return null;
  return {
    id: personId as ExternalIdentityId,
    scope: account,
    ...(user.name ? { name: user.name } : {}),
    ...(user.avatar ? { avatarUrl: user.avatar } : {}),
  };
}
