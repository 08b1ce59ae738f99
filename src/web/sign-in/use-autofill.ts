import { useEffect, useRef } from 'react';
import type { SignedIn } from '../../wire/security.ts';
import { Refusal } from '../api/call.ts';
import { byPasskey } from './proving.ts';

/** Offers one's passkeys in the list that the browser shows under the e-mail field. */
export function useAutofill(
  isOn: boolean,
  onDone: (answer: SignedIn) => Promise<void>,
  onFailed: (why: string) => void,
): void {
  const act = useRef({ onDone, onFailed });
  useEffect(() => {
    act.current = { onDone, onFailed };
  });
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    async function offer() {
      const browser = await import('@simplewebauthn/browser');
      if (isOver || !(await browser.browserSupportsWebAuthnAutofill())) return;
      try {
        const answer = await byPasskey(undefined, true);
        if (!isOver) await act.current.onDone(answer);
      } catch (error) {
        // That nobody chose one, or that the button took over, is no failure.
        if (!isOver && error instanceof Refusal && error.status !== 429) act.current.onFailed(error.message);
      }
    }
    void offer();
    return () => {
      isOver = true;
      void import('@simplewebauthn/browser').then((browser) => browser.WebAuthnAbortService.cancelCeremony());
    };
  }, [isOn]);
}
