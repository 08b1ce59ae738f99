import { Tabs } from '@base-ui/react/tabs';
import { memo, useEffect, useState } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { comesToAnswer } from '../../desk/begin-answer.ts';
import { expect } from '../../parts/held-keys.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { t } from '../../text/t.ts';
import { useRights } from '../acts/use-rights.ts';
import { GoingOut } from './going-out.tsx';
import { PresenceLine } from './presence-line.tsx';
import { useBegunFor } from './use-draft.ts';
import { VoiceTabs } from './voice-tabs.tsx';
import { afterSpent, firstVoice, NOTE, voiceOf, voicesOf } from './voices.ts';
import { Writing } from './writing.tsx';

const EDGES = {
  public: 'shadow-[0_0_0_1px_var(--public)]',
  private: 'shadow-[0_0_0_1px_var(--edge)]',
  note: 'shadow-[0_0_0_1px_var(--note)]',
};

/** Where answers are written. Who will read it is said by the whole box: public, private and note never look alike. */
export const Composer = memo(function Composer({ detail }: { readonly detail: ConversationDetail }) {
  const may = useRights(detail.conversation.inboxId);
  const voices = voicesOf(detail.ways, {
    send: may('messages.send', 'answer'),
    note: may('conversations.work', 'answer'),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [spent, setSpent] = useState<string | null>(null);
  const [focus, setFocus] = useState(0);
  const begunFor = useBegunFor(detail.conversation.id);
  const [heeded, setHeeded] = useState<string | null>(null);
  // Words go on where they were begun, also on another device: what was meant for one person is not sent to all.
  if (begunFor !== heeded) {
    setHeeded(begunFor);
    if (begunFor !== null && chosen !== NOTE) setChosen(begunFor);
  }
  const first = voiceOf(voices, begunFor) ?? firstVoice(voices);
  const voice = afterSpent(voices, voiceOf(voices, chosen) ?? first, spent);
  const choose = (key: unknown) => {
    setChosen(String(key));
    setSpent(null);
  };
  const go = (key: string | undefined) => {
    // What is typed on is text, not a row of commands.
    expect('writing');
    if (key) setChosen(key);
    setFocus((times) => times + 1);
  };
  const { id } = detail.conversation;
  useEffect(() => {
    if (!comesToAnswer(id)) return;
    expect('writing');
    setFocus((times) => times + 1);
  }, [id]);
  const note = voiceOf(voices, NOTE);
  useKeys({
    ...(voice && { r: () => go(voice.audience === 'note' ? first?.key : voice.key) }),
    // Who may not write notes must not find themselves in a reply.
    ...(note && { m: () => go(note.key) }),
  });
  if (!voice) return null;
  return (
    <div className="mx-6 mb-6 flex-none max-phone:mx-2 max-phone:mb-[max(8px,env(safe-area-inset-bottom))]">
      <PresenceLine conversationId={detail.conversation.id} />
      <GoingOut detail={detail} />
      <section
        aria-label={t('composer.label')}
        data-audience={voice.audience}
        className={`relative rounded-medium bg-raised ${EDGES[voice.audience]}`}
      >
        <Tabs.Root value={voice.key} onValueChange={choose}>
          <VoiceTabs voices={voices} voice={voice} />
          <Tabs.Panel value={voice.key} tabIndex={-1} className="outline-none">
            <Writing
              key={voice.way ? 'reply' : 'note'}
              detail={detail}
              voice={voice}
              focus={focus}
              onSpent={() => setSpent(voice.key)}
            />
          </Tabs.Panel>
        </Tabs.Root>
      </section>
    </div>
  );
});
