import { useLine } from '../../api/line.ts';
import { t } from '../../text/t.ts';
import type { Keeping } from './draft-store.ts';

/** Silent while all is well: only words that the server has not got are spoken of. */
export function Kept({ keeping }: { readonly keeping: Keeping }) {
  const line = useLine();
  const words =
    keeping === 'refused' ? t('draft.refused') : keeping === 'waiting' && line === 'cut' ? t('draft.waiting') : '';
  return (
    <span
      role="status"
      title={words || undefined}
      className={`min-w-0 flex-1 truncate text-end text-s ${keeping === 'refused' ? 'text-alarm' : 'text-ink-2'}`}
    >
      {words}
    </span>
  );
}
