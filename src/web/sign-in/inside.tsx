import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PagePending } from '../frame/page-states.tsx';
import { useMe } from '../frame/use-me.ts';

const MustAddFactor = lazy(() => import('./must-add-factor.tsx'));

/** Behind the door. Where the workspace wants a second factor of everybody, nothing else is there before one was added. */
export function Inside() {
  const { mustAddSecondFactor } = useMe();
  if (!mustAddSecondFactor) return <Outlet />;
  return (
    <Suspense fallback={<PagePending />}>
      <MustAddFactor />
    </Suspense>
  );
}
