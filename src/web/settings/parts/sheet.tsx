import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { t } from '../../text/t.ts';

const WIDE = 'max-w-[1080px]';
const NARROW = 'max-w-[744px]';

/** One page of the settings: its name, what it is for, what can be done, and a column that scrolls. */
export function Sheet({
  title,
  about,
  acts,
  isWide,
  up,
  children,
}: {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  readonly isWide?: boolean;
  /** The page this one hangs below; without it, the way up is there on a phone only. */
  readonly up?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col">
      <header className="flex-none border-b border-line">
        <div
          className={`flex min-h-[52px] flex-wrap items-center gap-2 px-8 py-2 max-phone:px-4 ${isWide ? WIDE : NARROW}`}
        >
          <div className="flex min-w-0 flex-1 basis-40 items-center gap-2">
            <Up page={up} />
            <h1 className="flex min-w-0 items-center gap-2 text-xl font-semibold tracking-[-.01em] [overflow-wrap:anywhere]">
              {title}
            </h1>
          </div>
          {acts}
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <div
          className={`grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-6 max-phone:px-4 max-phone:py-4 ${isWide ? WIDE : NARROW}`}
        >
          {about && <p className="max-w-[72ch] text-l text-ink-2">{about}</p>}
          {children}
        </div>
      </div>
    </div>
  );
}

function Up({ page }: { readonly page: string | undefined }) {
  const look =
    '-ms-2 grid size-8 flex-none place-items-center rounded-small text-ink-2 hover:text-ink max-phone:size-10';
  const arrow = <ArrowLeft size={18} aria-hidden className="rtl:-scale-x-100" />;
  return page === undefined ? (
    <Link to="/settings" aria-label={t('settings.back')} className={`${look} phone:hidden`}>
      {arrow}
    </Link>
  ) : (
    <Link to="/settings/$page" params={{ page }} aria-label={t('settings.back')} className={look}>
      {arrow}
    </Link>
  );
}

/** One matter on a page. */
export function Section({
  title,
  about,
  acts,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id={id} className="text-l font-semibold">
            {title}
          </h2>
          {about && <p className="max-w-[72ch] text-ink-2">{about}</p>}
        </div>
        {acts}
      </div>
      {children}
    </section>
  );
}

/** Lines that lie on the page, parted by hairlines. */
export function Lines({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-medium border border-line bg-raised">
      {children}
    </ul>
  );
}

export function Line({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <li className={`flex min-h-[48px] flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 ${className ?? ''}`}>
      {children}
    </li>
  );
}

/** A setting on its own line: its words on one side, its control on the other. */
export function Setting({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Line className="justify-between py-3">
      <div className="min-w-[200px] flex-1">
        <p className="font-medium">{title}</p>
        {help && <p className="max-w-[60ch] text-s text-ink-3">{help}</p>}
      </div>
      <div className="flex-none max-phone:mt-1 max-phone:w-full">{children}</div>
    </Line>
  );
}
