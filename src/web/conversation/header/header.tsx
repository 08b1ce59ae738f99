import { UserRound } from 'lucide-react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { IconButton } from '../../parts/button.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { Back } from './back.tsx';
import { Clocks } from './clock.tsx';
import { HeaderActs } from './header-acts.tsx';
import { Presence } from './presence.tsx';
import { State } from './state.tsx';

/** Who, where, how it stands and who has it; and what can be done with the whole of it. */
export function Header({ detail }: { readonly detail: ConversationDetail }) {
  const { open, setRoom, search } = useDesk();
  const { conversation, contact } = detail;
  const name = contact.name || t('person.nameless');
  return (
    <header className="flex-none border-b border-line pt-2 pb-1 max-phone:pt-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 ps-6 pe-3 max-phone:gap-x-1 max-phone:ps-2 max-phone:pe-2">
        <Back onBack={() => open(null)} />
        <div className="me-auto flex min-w-[120px] flex-1 items-center gap-2.5">
          <NetworkMark channel={conversation.channel} />
          <div className="min-w-0">
            <h1 className="truncate text-l leading-[18px] font-semibold">{conversation.subject || name}</h1>
            <State detail={detail} name={name} />
          </div>
        </div>
        <span className="max-phone:hidden">
          <Clocks detail={detail} />
        </span>
        <Presence conversationId={conversation.id} />
        <IconButton
          label={t('conversation.person')}
          aria-pressed={search.room === 'person'}
          onClick={() => setRoom('person')}
          className="max-phone:!size-10 desk:hidden"
        >
          <UserRound size={17} aria-hidden />
        </IconButton>
        <HeaderActs detail={detail} />
      </div>
    </header>
  );
}
