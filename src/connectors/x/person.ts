import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId } from '../../core/ids.ts';
import type { User } from './shapes.ts';

/** The number names an account for good, for every app; handles change. */
export function personOf(id: string, user: User | undefined): Person {
  const name = user?.name?.trim();
  const followers = user?.public_metrics?.followers_count;
  return {
    id: id as ExternalIdentityId,
    scope: '',
    ...(name ? { name } : {}),
    ...(user?.username ? { handle: user.username } : {}),
    ...(user?.profile_image_url === undefined ? {} : { avatarUrl: user.profile_image_url }),
    ...(followers === undefined ? {} : { followers }),
  };
}

export function authorOf(id: string | undefined, users: readonly User[], account: ExternalAccountId): Author {
  if (id === undefined) return { kind: 'unknown' };
  if (id === account) return { kind: 'business' };
  return {
    kind: 'contact',
    person: personOf(
      id,
      users.find((user) => user.id === id),
    ),
  };
}
