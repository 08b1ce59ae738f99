import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ourPath } from '../../core/access/our-path.ts';

/** Through the door, to where one wanted to go. */
export function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ from: '/sign-in' });
  return useCallback(async () => {
    client.clear();
    await navigate({ href: ourPath(back), replace: true });
  }, [client, navigate, back]);
}
