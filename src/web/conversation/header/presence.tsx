import { usePresence } from '../../api/presence.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { t } from '../../text/t.ts';

/** More are a crowd. */
const SHOWN = 3;

/** The faces of who else has this open; whoever writes has a ring. Their names stand above the composer too. */
export function Presence({ conversationId }: { readonly conversationId: string }) {
  const agents = usePresence(conversationId);
  if (agents.length === 0) return null;
  return (
    <ul className="flex flex-none -space-x-1.5 rtl:space-x-reverse">
      {agents.slice(0, SHOWN).map(({ id, name, isTyping }) => {
        const words = t(isTyping ? 'presence.writes' : 'presence.here', { name });
        return (
          <li
            key={id}
            title={words}
            className={`rounded-full bg-raised ${isTyping ? 'ring-2 ring-warn' : 'ring-2 ring-raised'}`}
          >
            <Avatar name={name} size={24} tone="ours" />
            <span className="sr-only">{words}</span>
          </li>
        );
      })}
      {agents.length > SHOWN && (
        <li className="num grid size-6 place-items-center rounded-full bg-sunken text-s text-ink-2 ring-2 ring-raised">
          {t('attachment.more', { count: agents.length - SHOWN })}
        </li>
      )}
    </ul>
  );
}
