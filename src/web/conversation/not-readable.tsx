import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Refusal } from '../api/call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Button } from '../parts/button.tsx';
import { Empty, LoadFailed } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { BackOnly } from './header/back.tsx';
import { ConversationSkeleton } from './skeleton.tsx';

/** It is not here, it is not for this reader, or it could not be read. Each says so in its own words. */
export function NotReadable({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { open } = useDesk();
  const status = error instanceof Refusal ? error.status : 0;
  const into = error instanceof Refusal ? error.details.mergedIntoId : null;
  if (typeof into === 'string') return <MovedInto id={into} />;
  return (
    <div className="flex h-full flex-col">
      <BackOnly onBack={() => open(null)} />
      {status === 404 || status === 403 || status === 400 ? (
        <div role="alert" className="grid flex-1 place-items-center">
          <Empty
            isPage
            title={t(status === 403 ? 'conversation.noRight' : 'conversation.gone')}
            act={<Button onClick={() => open(null)}>{t('conversation.back')}</Button>}
          >
            {t(status === 403 ? 'conversation.noRightAbout' : 'conversation.goneAbout')}
          </Empty>
        </div>
      ) : (
        <div className="grid flex-1 place-items-center">
          <LoadFailed what={t('what.conversation')} error={error} onRetry={onRetry} />
        </div>
      )}
    </div>
  );
}

/** What became part of another conversation is read there. */
export function MovedInto({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    say({ title: t('conversation.moved') });
    void navigate({ to: '/desk/$id', params: { id }, search: (old) => old as never, replace: true });
  }, [navigate, id]);
  return <ConversationSkeleton />;
}
