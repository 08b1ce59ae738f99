import { Globe, Hourglass, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../text/t.ts';
import { dayWords } from '../../time/day-words.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords, spanWords } from '../../time/words.ts';
import type { Mark } from './rows.ts';

export function MarkLine({ mark }: { readonly mark: Mark }) {
  if (mark.kind === 'day') return <Rule>{dayWords(mark.at)}</Rule>;
  if (mark.kind === 'waits') return <Waits since={mark.at} />;
  return (
    <Rule className={mark.isPublic ? 'text-public' : 'text-ink-2'}>
      {mark.isPublic ? <Globe size={12} aria-hidden /> : <Lock size={12} aria-hidden />}
      {mark.isPublic ? t('flow.turnPublic') : t('flow.turnPrivate')}
    </Rule>
  );
}

function Waits({ since }: { readonly since: string }) {
  const now = useNow();
  const span = spanWords(Math.max(0, now - Date.parse(since)));
  return (
    <Rule className="font-medium text-warn" line="bg-warn/40">
      <Hourglass size={12} aria-hidden />
      {t('flow.waits', { at: momentWords(since, now), span })}
    </Rule>
  );
}

function Rule({
  className,
  line = 'bg-line',
  children,
}: {
  readonly className?: string;
  readonly line?: string;
  readonly children: ReactNode;
}) {
  return (
    <p className={`num flex items-center gap-3 pb-4 text-s ${className ?? 'text-ink-3'}`}>
      <span aria-hidden="true" className={`h-px flex-1 ${line}`} />
      <span className="inline-flex items-center gap-1.5">{children}</span>
      <span aria-hidden="true" className={`h-px flex-1 ${line}`} />
    </p>
  );
}
