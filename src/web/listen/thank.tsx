import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Globe, Send } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { savedRepliesQuery } from '../api/composing.ts';
import type { Hit } from '../api/listening.ts';
import { newId } from '../api/new-id.ts';
import { inboxesQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { INPUT } from '../parts/field.tsx';
import { FormProblem } from '../parts/form.tsx';
import { useChannel } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';
import { thankWords } from './thank-words.ts';

type Say = (hit: Hit, messageId: string, text: string) => Promise<string | null>;
interface Props {
  readonly hit: Hit;
  readonly send: Say;
  readonly onClose: () => void;
}

/** A few public words, ready to be sent by Enter. */
export function Thank({
  trigger,
  isOpen,
  ...rest
}: Props & { readonly trigger: ReactElement<Record<string, unknown>>; readonly isOpen: boolean }) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => !open && rest.onClose()}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" collisionPadding={8} className="z-40 outline-none">
          <Popover.Popup
            data-takes-keys
            initialFocus={area}
            className="w-[340px] max-w-[calc(100vw-16px)] rounded-medium bg-raised p-3 shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none"
          >
            <Words {...rest} area={area} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Words({ hit, send, onClose, area }: Props & { readonly area: React.RefObject<HTMLTextAreaElement | null> }) {
  const { data: saved } = useQuery(savedRepliesQuery);
  const { data: inboxes } = useQuery({ ...inboxesQuery, enabled: useMay()('inboxes.read') });
  const { name: network } = useChannel(hit.channel);
  const [messageId] = useState(newId);
  const [typed, setTyped] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const text = typed ?? thankWords(hit, saved?.items ?? []);
  async function go() {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    const why = await send(hit, messageId, text.trim());
    setBusy(false);
    setProblem(why);
    if (why === null) onClose();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Popover.Title className="mb-2 font-semibold">
        {t('thank.title', { name: hit.author.name || hit.author.handle || t('person.nameless') })}
      </Popover.Title>
      <textarea
        ref={area}
        rows={3}
        dir="auto"
        aria-label={t('thank.label')}
        value={text}
        maxLength={10_000}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void go();
        }}
        className={`${INPUT} resize-y`}
      />
      {problem && <FormProblem>{problem}</FormProblem>}
      <div className="mt-2 flex items-center gap-2">
        <p className="me-auto flex min-w-0 items-center gap-1 text-s text-public">
          <Globe size={12} aria-hidden className="flex-none" />
          <span className="min-w-0">
            {t('thank.where', { account: inboxes?.find(({ id }) => id === hit.inboxId)?.name ?? network, network })}
          </span>
        </p>
        <Button
          type="submit"
          look="main"
          shortcut="↵"
          isBusy={isBusy}
          disabled={text.trim() === ''}
          icon={<Send size={14} aria-hidden />}
        >
          {t('thank.send')}
        </Button>
      </div>
    </form>
  );
}
