import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { followChanges } from '../api/changes.ts';
import { whenSignedOut } from '../api/client.ts';
import { useLine } from '../api/line.ts';
import { undoLatest } from '../api/offer-undo.ts';
import { askForCall, endCall, useAskedCall } from '../calls/state.ts';
import { useCallLines } from '../calls/use-call-lines.ts';
import { closePalette, openPalette, usePalette } from '../palette/state.ts';
import { Coming } from '../parts/held-keys.ts';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { Rail } from './rail.tsx';

const Palette = lazy(() => import('../palette/palette.tsx').then((part) => ({ default: part.Palette })));
const CallDialog = lazy(() => import('../calls/call-dialog.tsx').then((part) => ({ default: part.CallDialog })));
const KeyHelp = lazy(() => import('./key-help.tsx').then((part) => ({ default: part.KeyHelp })));

/** The frame around every room: the rail, the live line, the key sheet. */
export function Shell() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => followChanges(client), [client]);
  useEffect(() => {
    whenSignedOut(() => {
      client.clear();
      void navigate({ to: '/sign-in', search: { back: location.pathname + location.search } });
    });
  }, [client, navigate]);
  const palette = usePalette();
  const call = useAskedCall();
  const callLines = useCallLines();
  useKeys({ d: () => askForCall(null) }, callLines.length > 0);
  useKeys({
    '?': () => setHelpOpen(true),
    'Mod+k': () => (palette ? closePalette() : openPalette()),
    z: () => void undoLatest(),
  });
  return (
    // The sides of the glass, not of the line: a notch stays where it is in every language.
    <div className="grid h-full grid-cols-[52px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] overflow-hidden pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)] max-phone:grid-cols-1 max-phone:grid-rows-[minmax(0,1fr)_auto]">
      <Rail onHelp={() => setHelpOpen(true)} />
      <div className="relative min-h-0 min-w-0 max-phone:row-start-1">
        <Outlet />
        <LineWarning />
      </div>
      {palette && (
        <Suspense fallback={<Coming what="palette" />}>
          <Palette key={palette.step} start={palette.step} />
        </Suspense>
      )}
      {call && (
        <Suspense fallback={<Coming what="call" />}>
          <CallDialog about={call.about} lines={callLines} onClose={endCall} />
        </Suspense>
      )}
      {isHelpOpen && (
        <Suspense fallback={<Coming what="keys" />}>
          <KeyHelp isOpen onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Old rows that look live are the worst kind: a cut line is said, and only after it lasted. */
function LineWarning() {
  const line = useLine();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (line !== 'cut') return;
    const timer = setTimeout(() => setLong(true), 2_000);
    return () => clearTimeout(timer);
  }, [line]);
  if (!isLong) return null;
  return (
    <p
      role="status"
      className="pointer-events-none absolute inset-x-0 bottom-3 z-30 mx-auto w-fit max-w-[calc(100%-24px)] rounded-full bg-warn-soft px-3 py-1 text-s font-medium text-warn shadow-lift"
    >
      {t('line.cut')}
    </p>
  );
}
