import { ArrowLeft } from 'lucide-react';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';

export function Back({ onBack }: { readonly onBack: () => void }) {
  return (
    <IconButton label={t('conversation.back')} onClick={onBack} className="max-phone:!size-10 phone:hidden">
      <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
    </IconButton>
  );
}

/** On a phone the way back must be there even when nothing could be read. */
export function BackOnly({ onBack }: { readonly onBack: () => void }) {
  return (
    <div className="flex h-[52px] flex-none items-center border-b border-line px-2 phone:hidden">
      <Back onBack={onBack} />
    </div>
  );
}
