import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { cancelOutgoing, decideOutgoing, retryOutgoing } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useMayAskFor } from '../acts/use-rights.ts';
import type { Around } from '../message/message.tsx';

interface Props {
  readonly act: OutgoingAct;
  readonly around: Around;
}

/** Whether one may settle something that goes out, and how that is done. */
function useOutgoing({ act: { kind }, around: { conversationId, inboxId } }: Props) {
  const client = useQueryClient();
  const maySettle = useMayAskFor(inboxId)(kind);
  const [isBusy, setBusy] = useState(false);
  return {
    maySettle,
    isBusy,
    run: (send: () => Promise<unknown>) => {
      setBusy(true);
      send()
        .catch((error: unknown) => say({ title: inWords(error), isBad: true }))
        .finally(() => {
          setBusy(false);
          void client.invalidateQueries({ queryKey: ['conversation', conversationId] });
        });
    },
  };
}

export function Do({
  act,
  around,
  verb,
  words,
}: Props & {
  readonly verb: 'retry' | 'cancel';
  /** What it is called here, where that is not what it is usually called. */
  readonly words?: string;
}) {
  const { maySettle, isBusy, run } = useOutgoing({ act, around });
  if (!maySettle) return null;
  return (
    <Button
      isBusy={isBusy}
      className="!h-6 !px-2 bg-raised text-s max-phone:!h-10"
      onClick={() => run(() => (verb === 'retry' ? retryOutgoing(act.id) : cancelOutgoing(act.id)))}
    >
      {words ?? t(`delivery.do.${verb}`)}
    </Button>
  );
}

export function Decide({ act, around }: Props) {
  const { maySettle, isBusy, run } = useOutgoing({ act, around });
  if (!maySettle) return null;
  return (
    <>
      <Button isBusy={isBusy} className="bg-raised" onClick={() => run(() => decideOutgoing(act.id, true))}>
        {t('delivery.do.wasSent')}
      </Button>
      <Button isBusy={isBusy} className="bg-raised" onClick={() => run(() => decideOutgoing(act.id, false))}>
        {t('delivery.do.wasNotSent')}
      </Button>
    </>
  );
}
