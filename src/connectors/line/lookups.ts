import { z } from 'zod';
import type { Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId } from '../../core/ids.ts';
import { lenient, text, webUrl } from '../shared/shapes.ts';
import type { Line } from './call.ts';
import type { LineCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';

const Profile = z.object({ displayName: lenient(text), pictureUrl: lenient(webUrl) });

/** Name and picture of a friend. Whoever is none, or has blocked the account, is shown by nothing. */
export async function findPerson(
  line: Line,
  personId: string,
  credentials: LineCredentials,
  account: ExternalAccountId,
): Promise<Person | null> {
  const path = `/v2/bot/profile/${encodeURIComponent(personId)}`;
  const answer = await line.call({ method: 'GET', path }, credentials);
  if (answer.kind !== 'ok') return nothingOr(answer);
  const { displayName, pictureUrl } = Profile.safeParse(answer.body).data ?? {};
  return {
    id: personId as ExternalIdentityId,
    scope: account,
    ...(displayName ? { name: displayName } : {}),
    ...(pictureUrl ? { avatarUrl: pictureUrl } : {}),
  };
}
