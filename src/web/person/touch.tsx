import { Link } from '@tanstack/react-router';
import type { ConversationRow } from '../../wire/conversations.ts';
import { sameList } from '../desk/same-list.ts';
import { NetworkMark } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';

/** Another conversation, in two lines. */
export function Touch({ row, withName }: { readonly row: ConversationRow; readonly withName?: boolean }) {
  const now = useNow();
  const waits = row.attention === 'needs_answer';
  return (
    <Link
      to="/desk/$id"
      params={{ id: row.id }}
      search={sameList}
      className="-mx-2 grid min-w-0 flex-1 grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2 rounded-small px-2 py-[5px] hover:bg-raised"
    >
      <NetworkMark channel={row.channel} />
      <span className="truncate">
        {withName && <b className="font-medium">{row.contact.name || t('person.nameless')} · </b>}
        {row.subject || row.preview || t('row.noText')}
      </span>
      <span className="num text-ink-3">{momentWords(row.lastMessageAt, now)}</span>
      <span className={`col-start-2 text-s ${waits ? 'font-medium text-warn' : 'text-ink-3'}`}>
        {row.resolution !== 'open'
          ? t(`resolution.${row.resolution}`)
          : row.attention
            ? t(`attention.${row.attention}`)
            : t('person.history')}
      </span>
    </Link>
  );
}
