import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** A quiet mark: it goes its way. */
export function Line({
  icon,
  words,
  children,
}: {
  readonly icon: ReactNode;
  readonly words: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-s text-ink-3">
      <span className="flex min-w-0 items-start gap-1.5">
        <span className="flex h-4 flex-none items-center">{icon}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
      </span>
      {children}
    </p>
  );
}

/** Somebody has to look: what is wrong, why, and what can be done. */
export function Loud({
  tone,
  words,
  detail,
  children,
}: {
  readonly tone: 'alarm' | 'warn';
  readonly words: string;
  readonly detail: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="status"
      className={`rounded-small px-3 py-2 ${tone === 'alarm' ? 'bg-alarm-soft text-alarm' : 'bg-warn-soft text-warn'}`}
    >
      <p className="flex items-start gap-1.5">
        <CircleAlert size={14} aria-hidden className="mt-[3px] flex-none" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <b className="font-semibold">{words}</b> {detail}
        </span>
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2 text-ink empty:hidden">{children}</div>
    </div>
  );
}
