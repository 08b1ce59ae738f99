import { Eye, PenLine } from 'lucide-react';
import { usePresence } from '../../api/presence.ts';
import { locale, t } from '../../text/t.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Who else has this in front of them, by name; whoever writes is told first. */
export function PresenceLine({ conversationId }: { readonly conversationId: string }) {
  const agents = usePresence(conversationId);
  const typing = agents.filter((one) => one.isTyping);
  const viewing = agents.filter((one) => !one.isTyping);
  return (
    <div role="status" className="empty:hidden">
      {agents.length > 0 && (
        <p className="rise flex flex-wrap gap-x-4 px-1 pb-1.5 text-s">
          {typing.length > 0 && (
            <span className="inline-flex items-center gap-1.5 font-medium text-warn">
              <PenLine size={13} aria-hidden />
              {words('presence.typing', typing)}
            </span>
          )}
          {viewing.length > 0 && (
            <span className="inline-flex items-center gap-1.5 text-ink-2">
              <Eye size={13} aria-hidden />
              {words('presence.viewing', viewing)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

const words = (key: 'presence.typing' | 'presence.viewing', agents: readonly { readonly name: string }[]) =>
  t(key, { names: list.format(agents.map(({ name }) => name)), count: agents.length });
