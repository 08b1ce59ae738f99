import { useEffect, useRef, useState } from 'react';
import type { Invitation } from '../../wire/security.ts';
import { call, inWords } from '../api/call.ts';
import { t } from '../text/t.ts';
import { AcceptInvitation } from './accept-invitation.tsx';
import { Door } from './door.tsx';
import { byLink, type SecondStepAsked } from './proving.ts';

/** A one-time link: it lets somebody in, or asks an invited person for their name and password first. */
export function ByLink({
  token,
  onDone,
  onSecond,
  onFailed,
}: {
  readonly token: string;
  readonly onDone: () => Promise<void>;
  readonly onSecond: (asked: SecondStepAsked) => void;
  readonly onFailed: (why: string) => void;
}) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    // Spent by this script only: programs that preview links fetch the page but do not run it.
    if (begun.current === token) return;
    begun.current = token;
    async function begin() {
      try {
        const found = await call<Invitation>('POST', '/api/invitation', { token });
        if (found.isInvitation) return setInvitation(found);
        const answer = await byLink(token);
        if (answer.step === 'second_factor') onSecond(answer);
        else await onDone();
      } catch (error) {
        onFailed(inWords(error));
      }
    }
    void begin();
  }, [token, onDone, onSecond, onFailed]);
  if (invitation) return <AcceptInvitation token={token} invitation={invitation} onDone={onDone} onSecond={onSecond} />;
  return (
    <Door title={t('signIn.title')}>
      <p role="status" className="text-l text-ink-2">
        {t('signIn.byLink')}
      </p>
    </Door>
  );
}
