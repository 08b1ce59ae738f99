import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';

/** Out of the door; nothing that was read stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // This browser belongs to nobody then. Without a line to its push service one goes all the same.
    await import('../notifications/push.ts').then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
    await call('DELETE', '/api/session');
    client.clear();
    await navigate({ to: '/sign-in' });
  };
}
