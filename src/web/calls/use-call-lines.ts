import { useQuery } from '@tanstack/react-query';
import { RIGHTS } from '../../core/access/inbox-rights.ts';
import type { Inbox } from '../../wire/inboxes.ts';
import { channelsQuery, inboxesQuery } from '../api/queries.ts';
import { useMe } from '../frame/use-me.ts';

/** Lines on which this agent may log calls; none where there is no telephone. */
export function useCallLines(): readonly Inbox[] {
  const { acts, inboxRights } = useMe();
  const may = acts.includes('conversations.work') && acts.includes('inboxes.read');
  const { data: channels = [] } = useQuery({ ...channelsQuery, enabled: may });
  const { data: inboxes = [] } = useQuery({ ...inboxesQuery, enabled: may });
  if (!may) return [];
  const written = new Set(channels.filter(({ home }) => home === 'desk').map(({ channel }) => channel));
  const mayAnswer = (id: string) => {
    const has = inboxRights === null ? 'manage' : inboxRights[id];
    return has !== undefined && RIGHTS.indexOf(has) >= RIGHTS.indexOf('answer');
  };
  return inboxes.filter(({ channel, id }) => written.has(channel) && mayAnswer(id));
}
