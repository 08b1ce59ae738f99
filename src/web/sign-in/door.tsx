import type { ReactNode } from 'react';
import { Ear } from '../frame/ear.tsx';

/** What stands before everything else: the mark, where one is, and one thing to do. */
export function Door({
  title,
  about,
  isWide,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className="h-full overflow-auto bg-sunken">
      <div className="grid min-h-full place-items-center p-4">
        <div className={`w-full py-8 ${isWide ? 'max-w-[520px]' : 'max-w-[360px]'}`}>
          <Ear size={40} className="mb-5 text-accent" />
          <h1 className="text-2xl font-semibold tracking-[-.02em] text-balance">{title}</h1>
          {about && <div className="mt-1.5 text-l text-ink-2">{about}</div>}
          <div className="mt-5">{children}</div>
        </div>
      </div>
    </main>
  );
}
