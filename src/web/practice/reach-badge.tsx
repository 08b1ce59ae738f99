import { Globe, Lock } from 'lucide-react';
import { t } from '../text/t.ts';

export function ReachBadge({ isPublic }: { readonly isPublic: boolean }) {
  return (
    <span className={`inline-flex items-center gap-1 text-s ${isPublic ? 'text-public' : 'text-ink-3'}`}>
      {isPublic ? <Globe size={11} aria-hidden /> : <Lock size={11} aria-hidden />}
      {t(isPublic ? 'reach.public' : 'reach.private')}
    </span>
  );
}
