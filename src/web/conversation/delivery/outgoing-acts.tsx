import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { cancelOutgoing, decideOutgoing, retryOutgoing } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';

export function useOutgoing(): { readonly isBusy: boolean; readonly run: (send: () => Promise<unknown>) => void } {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    run: (send) => {
      setBusy(true);
      send()
        .catch((error: unknown) => say({ title: inWords(error), isBad: true }))
        .finally(() => {
          setBusy(false);
          void client.invalidateQueries({ queryKey: ['conversation'] });
        });
    },
  };
}

export function Do({
  act,
  verb,
  words,
}: {
  readonly act: OutgoingAct;
  readonly verb: 'retry' | 'cancel';
  /** What it is called here, where that is not what it is usually called. */
  readonly words?: string;
}) {
  const may = useMay();
  const { isBusy, run } = useOutgoing();
  if (!may('messages.send')) return null;
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

export function Decide({ act }: { readonly act: OutgoingAct }) {
  const may = useMay();
  const { isBusy, run } = useOutgoing();
  if (!may('messages.send')) return null;
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
