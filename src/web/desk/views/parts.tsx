import type { ReactNode } from 'react';
import { Skeleton } from '../../parts/states.tsx';
import { count } from '../../time/words.ts';

export const ROW =
  'flex w-full items-center gap-2 rounded-small px-2 py-[5px] max-phone:py-2.5 text-start hover:bg-raised/60';
export const HERE = 'bg-raised font-semibold shadow-[0_0_0_1px_var(--line)]';

export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 className="px-2 pt-4 pb-1 text-s font-medium text-ink-3">{children}</h2>;
}

export function Count({
  value,
  isHot,
  isLoading,
}: {
  readonly value?: { count: number; isCapped: boolean } | undefined;
  readonly isHot?: boolean;
  readonly isLoading?: boolean;
}) {
  if (isLoading) return <Skeleton className="h-3 w-5" />;
  if (!value || value.count === 0) return null;
  return (
    <span className={`num flex-none font-normal ${isHot ? '!font-semibold text-alarm' : 'text-ink-2'}`}>
      {count(value.count)}
      {value.isCapped && '+'}
    </span>
  );
}
