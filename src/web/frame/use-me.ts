import { useSuspenseQuery } from '@tanstack/react-query';
import type { Act } from '../../core/access/role.ts';
import type { Me } from '../../wire/people.ts';
import { meQuery } from '../api/queries.ts';

/** Who is signed in. Only below the door, where it has been read. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the one who is signed in may do something. The server decides; this only hides what would be refused. */
export function useMay(): (act: Act) => boolean {
  const { acts } = useMe();
  return (act) => acts.includes(act);
}
