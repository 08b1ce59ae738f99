import type { ReactNode } from 'react';

/** A room that is not the desk: a bar with its name, and one column that scrolls. */
export function Page({
  title,
  acts,
  isWide,
  children,
}: {
  readonly title: ReactNode;
  readonly acts?: ReactNode;
  /** For tables of many columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className="flex h-full flex-col bg-paper">
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-phone:px-4">
        <h1 className="me-auto flex min-w-0 items-center gap-2 text-xl font-semibold tracking-[-.01em]">{title}</h1>
        {acts}
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <div
          className={`mx-auto px-6 py-6 max-phone:px-4 max-phone:py-4 ${isWide ? 'max-w-[1180px]' : 'max-w-[860px]'}`}
        >
          {children}
        </div>
      </div>
    </main>
  );
}

/** Something that lies on the page. */
export function Card({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <section className={`rounded-medium border border-line bg-raised ${className ?? 'p-4'}`}>{children}</section>;
}
