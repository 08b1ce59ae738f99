import { Phone } from 'lucide-react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { askForCall } from '../calls/state.ts';
import { useCallLines } from '../calls/use-call-lines.ts';
import { Button } from '../parts/button.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';

/** Beside the doors they use: the one that nobody hears but those who were on the line. */
export function LogCall({ detail: { contact, conversation } }: { readonly detail: ConversationDetail }) {
  const lines = useCallLines();
  const channels = new Set(lines.map(({ channel }) => channel));
  const number = contact.identities.find(({ channel }) => channels.has(channel))?.handle ?? null;
  const ask = () => askForCall({ contactId: contact.id, name: contact.name, number, conversationId: conversation.id });
  useKeys({ d: ask }, lines.length > 0, 1);
  if (lines.length === 0) return null;
  return (
    <Button
      look="quiet"
      icon={<Phone size={14} aria-hidden />}
      shortcut="d"
      onClick={ask}
      className="-ms-2 mt-1.5 !px-2 max-phone:!h-11"
    >
      {t('person.logCall')}
    </Button>
  );
}
