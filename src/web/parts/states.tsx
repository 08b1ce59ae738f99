import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { inWords } from '../api/call.ts';
import { t } from '../text/t.ts';
import { Button } from './button.tsx';

/** It could not be read: what, why, and a way to try again. */
export function LoadFailed({
  what,
  error,
  onRetry,
}: {
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  return (
    <div role="alert" className="grid place-items-center gap-3 p-8 text-center">
      <div>
        <p className="text-l font-semibold">{t('failed.load', { what })}</p>
        <p className="mt-1 max-w-[42ch] text-ink-2">{inWords(error)}</p>
      </div>
      <Button onClick={onRetry} icon={<RefreshCw size={14} aria-hidden />}>
        {t('failed.retry')}
      </Button>
    </div>
  );
}

/** Nothing here, why that is, and what fills it. */
export function Empty({
  title,
  isPage,
  children,
  act,
}: {
  readonly title: string;
  /** There is nothing else on the page: then this is what it is called. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="grid place-items-center gap-3 p-8 text-center">
      <div>
        <Title className="text-l font-semibold">{title}</Title>
        {children && <div className="mx-auto mt-1 max-w-[42ch] text-ink-2">{children}</div>}
      </div>
      {act}
    </div>
  );
}

/** Grey lines where words will be. */
export function Skeleton({ className }: { readonly className: string }) {
  return <span aria-hidden="true" className={`skeleton block ${className}`} />;
}

export function Loading({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="status" aria-label={label}>
      {children}
    </div>
  );
}
