import { Users } from 'lucide-react';
import { useState } from 'react';
import type { ConversationDetail, Message } from '../../wire/conversations.ts';
import { t } from '../text/t.ts';
import { MessageView } from './message.tsx';

/** A crowd on the same thread: one line, and all of them on request. */
export function Others({
  messages,
  whole,
}: {
  readonly messages: readonly Message[];
  readonly whole: ConversationDetail;
}) {
  const [isOpen, setOpen] = useState(false);
  const people = new Set(messages.map((message) => message.author.id ?? message.author.name)).size;
  return (
    <div className="flex flex-col gap-4">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="ml-11 flex items-center gap-2 self-start rounded-full bg-sunken px-3 py-1 text-s text-ink-2 hover:text-ink max-phone:ml-4"
      >
        <Users size={12} aria-hidden />
        {t(isOpen ? 'others.hide' : 'others.show', { messages: messages.length, people })}
      </button>
      {isOpen && messages.map((message) => <MessageView key={message.id} message={message} whole={whole} />)}
    </div>
  );
}
