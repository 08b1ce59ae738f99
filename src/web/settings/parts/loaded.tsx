import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadFailed, Loading, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';

/** What was asked for, or that it is being read, or why it could not be. */
export function Loaded<Data>({
  query,
  what,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  /** "The labels", as it stands in a sentence. */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <LoadFailed what={what} error={query.error} onRetry={() => void query.refetch()} />;
  return <LinesWait what={what} />;
}

/** Where lines will be. */
export function LinesWait({ what }: { readonly what: string }) {
  return (
    <Loading label={t('settings.loading', { what })}>
      <div className="divide-y divide-line rounded-medium border border-line bg-raised">
        {['w-1/3', 'w-1/2', 'w-2/5'].map((width) => (
          <div key={width} className="flex h-[52px] items-center px-4">
            <Skeleton className={`h-3 ${width}`} />
          </div>
        ))}
      </div>
    </Loading>
  );
}
