import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Merge, PhoneMissed } from 'lucide-react';
import { useState } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import { inWords } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { mergeInto } from '../api/work-acts.ts';
import { takeBack } from '../conversation/acts/use-reversible.ts';
import { sameList } from '../desk/same-list.ts';
import { Button } from '../parts/button.tsx';
import { useChannel } from '../parts/network-mark.tsx';
import { say } from '../parts/toasts.tsx';
import '../text/load-later.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { spanWords } from '../time/words.ts';

/** Where they asked before this and were not heard: one rising problem, to be answered once. */
export function TriedElsewhere({
  id,
  tries,
  mayJoin,
}: {
  readonly id: string;
  readonly tries: readonly ConversationRow[];
  readonly mayJoin: boolean;
}) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['conversation'] });
    void client.invalidateQueries({ queryKey: ['list'] });
  };
  async function join() {
    setBusy(true);
    const merge = newId();
    try {
      await mergeInto(id, { id: merge, conversations: tries.map((one) => one.id) });
      offerUndo(t('tries.joined', { count: tries.length + 1 }), () => takeBack(merge).then(refresh));
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      setBusy(false);
    }
    refresh();
  }
  return (
    <section
      aria-label={t('tries.title')}
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-warn-soft px-5 py-2 text-warn max-phone:px-4"
    >
      <PhoneMissed size={15} aria-hidden className="flex-none" />
      <p className="min-w-0 flex-1 basis-60">
        <span className="inline-flex flex-wrap gap-x-1 font-medium">
          {tries.map((one, at) => (
            <Try key={one.id} row={one} isFirst={at === 0} isLast={at === tries.length - 1} />
          ))}
        </span>{' '}
        {t('tries.nobody')}
      </p>
      {mayJoin && (
        <Button isBusy={isBusy} onClick={() => void join()} icon={<Merge size={14} aria-hidden />} className="text-ink">
          {t('tries.join')}
        </Button>
      )}
    </section>
  );
}

function Try({
  row,
  isFirst,
  isLast,
}: {
  readonly row: ConversationRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  const now = useNow();
  const { name } = useChannel(row.channel);
  const span = spanWords(now - Date.parse(row.waitingSince ?? row.lastMessageAt));
  const words =
    row.channel === 'email'
      ? t('tries.email', { span })
      : row.channel === 'phone'
        ? t('tries.phone', { span })
        : t(row.reach === 'owned_private' ? 'tries.private' : 'tries.public', { span, channel: name });
  return (
    <Link to="/desk/$id" params={{ id: row.id }} search={sameList} className="underline-offset-2 hover:underline">
      {isFirst ? words.slice(0, 1).toLocaleUpperCase() + words.slice(1) : words}
      {isLast ? '.' : ','}
    </Link>
  );
}
