import '../text/load-later.ts';
import { Link, useSearch } from '@tanstack/react-router';
import { ExternalLink, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { type JudgedLink, judgeLink, type LinkWarning } from '../../core/link/judge.ts';
import { Ear } from '../frame/ear.tsx';
import { buttonClass } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { t } from '../text/t.ts';

/** Between the desk and where a customer's link leads: it shows where that is, and goes there only by a click. */
export function Leave() {
  const { to } = useSearch({ from: '/leave' });
  const link = judgeLink(to ?? '', URL.parse);
  const title = t(link ? 'leave.title' : 'leave.none');
  useEffect(() => {
    document.title = `${title} · Earshot`;
  }, [title]);
  return (
    <main className="grid h-full place-items-center overflow-auto bg-sunken p-4">
      <div className="w-full max-w-[600px]">
        <Ear size={36} className="mb-4 text-accent" />
        <h1 className="text-2xl font-semibold tracking-[-.02em] text-balance">{title}</h1>
        <p className="mt-1 text-l text-ink-2">{t(link ? 'leave.about' : 'leave.noneAbout')}</p>
        {link ? <Whither link={link} /> : <BackToDesk />}
      </div>
    </main>
  );
}

function Whither({ link }: { readonly link: JudgedLink }) {
  const isOdd = link.warnings.length > 0;
  return (
    <>
      <section className="mt-5 rounded-medium border border-line bg-raised">
        <div className="flex items-center justify-between gap-3 border-b border-line ps-4 pe-2 py-1.5">
          <h2 className="text-s text-ink-3">{t('leave.address')}</h2>
          <CopyButton look="quiet" text={link.href} label={t('leave.copy')} />
        </div>
        {/* An address is read from left to right in every language. */}
        <p
          dir="ltr"
          translate="no"
          className="max-h-[40vh] overflow-auto px-4 py-3 text-start font-mono text-l break-all text-ink-2"
        >
          {link.before}
          <strong className="rounded-small bg-accent-soft px-1 font-semibold text-ink">{link.host}</strong>
          {link.after}
        </p>
        {isOdd ? <Warnings warnings={link.warnings} /> : <Quiet />}
      </section>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <a
          href={link.href}
          rel="noreferrer noopener nofollow external"
          referrerPolicy="no-referrer"
          className={`${buttonClass(isOdd ? 'plain' : 'main')} h-10! max-w-full px-4!`}
        >
          <ExternalLink size={15} aria-hidden className="shrink-0" />
          <span className="truncate">{isOdd ? t('leave.goAnyway') : t('leave.go', { host: link.host })}</span>
        </a>
        <Stay isMain={isOdd} />
      </div>
      <p className="mt-3 text-s text-ink-3">{t('leave.private')}</p>
    </>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly LinkWarning[] }) {
  return (
    <div role="alert" className="rounded-b-medium border-t border-line bg-warn-soft px-4 py-3">
      <h2 className="flex items-center gap-2 font-semibold text-warn">
        <TriangleAlert size={16} aria-hidden />
        {t('leave.careful')}
      </h2>
      <ul className="mt-1.5 grid gap-1.5 text-l">
        {warnings.map((warning) => (
          <li key={warning.kind} className="ps-6 break-words">
            {t(`leave.warn.${warning.kind}`, { ...warning })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Quiet() {
  return <p className="border-t border-line px-4 py-3 text-ink-2">{t('leave.quiet')}</p>;
}

/** It was opened in a tab of its own: that tab is closed. Where it cannot be, the desk is shown. */
function Stay({ isMain }: { readonly isMain: boolean }) {
  return (
    <Link
      to="/desk"
      onClick={() => window.close()}
      className={`${buttonClass(isMain ? 'main' : 'quiet')} h-10! px-4!`}
      autoFocus={isMain}
    >
      {t('leave.stay')}
    </Link>
  );
}

function BackToDesk() {
  return (
    <Link to="/desk" className={`${buttonClass('main')} mt-5 h-10! px-4!`}>
      {t('leave.desk')}
    </Link>
  );
}
