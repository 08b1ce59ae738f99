import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';

/** Out of the door; nothing that was read stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call('DELETE', '/api/session');
    client.clear();
    await navigate({ to: '/sign-in' });
  };
}
