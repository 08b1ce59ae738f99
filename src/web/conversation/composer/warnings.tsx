import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { spanWords } from '../../time/words.ts';

export function HumanOnly({ closesAt }: { readonly closesAt: string | null }) {
  const now = useNow();
  const span = closesAt ? spanWords(Math.max(0, Date.parse(closesAt) - now)) : null;
  return <Warning>{span ? t('composer.humanOnlyFor', { span }) : t('composer.humanOnly')}</Warning>;
}

export function Warning({ children, isBad }: { readonly children: ReactNode; readonly isBad?: boolean }) {
  return (
    <p
      role={isBad ? 'alert' : 'note'}
      className={`flex items-start gap-2 px-4 py-2 text-s ${isBad ? 'bg-alarm-soft text-alarm' : 'bg-warn-soft text-warn'}`}
    >
      <CircleAlert size={14} aria-hidden className="mt-px flex-none" />
      {children}
    </p>
  );
}
