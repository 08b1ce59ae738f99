import { ChevronRight, Users } from 'lucide-react';
import type { Message } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { type Around, MessageView } from '../message/message.tsx';

/** A crowd on the same thread: one line, and all of them on request. */
export function Others({
  messages,
  around,
  isOpen,
  onToggle,
  soughtId,
}: {
  readonly messages: readonly Message[];
  readonly around: Around;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly soughtId: string | null;
}) {
  const people = new Set(messages.map((message) => message.author.id ?? message.author.name)).size;
  return (
    <div className="flex flex-col gap-4">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="ms-11 flex items-center gap-2 self-start rounded-full bg-sunken px-3 py-1 text-start text-s text-ink-2 hover:text-ink max-phone:ms-4 max-phone:min-h-10"
      >
        <Users size={12} aria-hidden className="flex-none" />
        {t(isOpen ? 'others.hide' : 'others.show', { messages: messages.length, people })}
        <ChevronRight
          size={12}
          aria-hidden
          className={`flex-none transition-transform motion-reduce:transition-none ${isOpen ? 'rotate-90' : 'rtl:rotate-180'}`}
        />
      </button>
      {isOpen &&
        messages.map((message) => (
          <MessageView key={message.id} message={message} around={around} isSought={message.id === soughtId} />
        ))}
    </div>
  );
}
