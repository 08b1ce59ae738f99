import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

/** Leaving an editor when its work is done: what was just saved must not hold the page. */
export function useLeave(page: string): readonly [isLeaving: boolean, leave: () => void] {
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  return [
    isLeaving,
    () => {
      setLeaving(true);
      // After this render nothing blocks any more.
      setTimeout(() => void navigate({ to: '/settings/$page', params: { page } }));
    },
  ];
}
