import { Slider } from '@base-ui/react/slider';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dials as DialsOf, PracticeState } from '../../wire/practice.ts';
import { call, inWords } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Select } from '../parts/select.tsx';
import { say } from '../parts/toasts.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { practiceQuery } from './queries.ts';

const SHARES = [
  'drop',
  'duplicate',
  'reorder',
  'failBefore',
  'failAfterAccept',
  'timeoutAfterAccept',
  'rateLimit',
] as const;
const SWITCHES = ['isTokenRevoked', 'isSilent'] as const;
/** Few steps at the low end, where a person can still follow, and big ones above. */
const PACES = [0, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1_200, 3_000, 6_000] as const;
const CALM = 6;

/** How lively the customers are, and how badly each network behaves. */
export function Dials({ state }: { readonly state: PracticeState }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(state.networks[0]?.channel ?? '');
  const network = state.networks.find((one) => one.channel === chosen);
  async function put(path: string, body: unknown, next: (old: PracticeState) => PracticeState) {
    client.setQueryData<PracticeState>(practiceQuery.queryKey, (old) => old && next(old));
    try {
      await call('PUT', path, body);
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      await client.invalidateQueries({ queryKey: practiceQuery.queryKey });
    }
  }
  const pace = Math.max(0, ...state.networks.map((one) => one.dials.messagesPerMinute));
  const putLive = (isLive: boolean, messagesPerMinute: number) =>
    put('/api/practice/live', { isLive, messagesPerMinute }, (old) => ({
      ...old,
      isLive,
      networks: old.networks.map((one) => ({ ...one, dials: { ...one.dials, messagesPerMinute } })),
    }));
  const putDials = (change: Partial<DialsOf>) =>
    network &&
    put('/api/practice/dials', { channel: network.channel, dials: { ...network.dials, ...change } }, (old) => ({
      ...old,
      networks: old.networks.map((one) =>
        one.channel === network.channel ? { ...one, dials: { ...one.dials, ...change } } : one,
      ),
    }));
  return (
    <div className="grid gap-6">
      <section className="grid gap-3">
        <Toggle
          label={t('dials.live')}
          help={t('dials.liveHelp')}
          isOn={state.isLive}
          onChange={(isLive) => void putLive(isLive, pace || CALM)}
        />
        <Dial
          label={t('dials.pace')}
          value={Math.max(
            0,
            PACES.findLastIndex((one) => one <= pace),
          )}
          max={PACES.length - 1}
          words={(step) => t('dials.perMinute', { count: count(PACES[step] ?? 0) })}
          onChange={(step) => void putLive(state.isLive, PACES[step] ?? 0)}
        />
      </section>
      {network && (
        <section className="grid gap-3 border-t border-line pt-4">
          <div className="flex items-center gap-3">
            <NetworkMark channel={network.channel} />
            <h3 className="flex-1 font-semibold">{t('dials.faults')}</h3>
            <div className="w-40">
              <Select
                label={t('dials.network')}
                value={chosen}
                options={state.networks.map((one) => ({ value: one.channel, label: one.name }))}
                onChange={setChosen}
              />
            </div>
          </div>
          {SHARES.map((share) => (
            <Dial
              key={`${chosen} ${share}`}
              label={t(`dials.${share}`)}
              value={Math.round(network.dials[share] * 100)}
              max={100}
              words={(value) => t('dials.percent', { value })}
              onChange={(value) => void putDials({ [share]: value / 100 })}
            />
          ))}
          <Dial
            key={`${chosen} delay`}
            label={t('dials.delayMs')}
            value={Math.round(network.dials.delayMs / 1000)}
            max={60}
            words={(value) => t('time.seconds', { s: value })}
            onChange={(value) => void putDials({ delayMs: value * 1000 })}
          />
          {SWITCHES.map((name) => (
            <Toggle
              key={name}
              label={t(`dials.${name}`)}
              isOn={network.dials[name]}
              onChange={(isOn) => void putDials({ [name]: isOn })}
            />
          ))}
        </section>
      )}
      <Reset />
    </div>
  );
}

function Dial({
  label,
  value,
  max,
  words,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly words: (value: number) => string;
  readonly onChange: (value: number) => void;
}) {
  const [moved, setMoved] = useState<number | null>(null);
  const shown = moved ?? value;
  return (
    <Slider.Root
      value={shown}
      max={max}
      onValueChange={(next) => setMoved(Number(next))}
      onValueCommitted={(next) => {
        setMoved(null);
        onChange(Number(next));
      }}
      className="grid grid-cols-[minmax(0,1fr)_140px_84px] items-center gap-3 max-phone:grid-cols-[1fr_84px]"
    >
      <Slider.Label className="max-phone:col-span-2">{label}</Slider.Label>
      <Slider.Control className="flex h-6 touch-none items-center">
        <Slider.Track className="h-1.5 w-full rounded-full bg-line">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb
            getAriaLabel={() => label}
            getAriaValueText={(_text, at) => words(at)}
            className="size-4 rounded-full border-2 border-accent bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent"
          />
        </Slider.Track>
      </Slider.Control>
      <span className="num text-end text-ink-2">{words(shown)}</span>
    </Slider.Root>
  );
}

function Reset() {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function reset() {
    setBusy(true);
    try {
      await call('POST', '/api/practice/reset');
      say({ title: t('practice.resetDone') });
      setAsking(false);
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      setBusy(false);
      await client.invalidateQueries();
    }
  }
  return (
    <section className="flex items-center gap-3 border-t border-line pt-4">
      <p className="flex-1 text-ink-2">{t('practice.resetAbout')}</p>
      <Button onClick={() => setAsking(true)}>{t('practice.reset')}</Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('practice.resetTitle')}
        about={t('practice.resetAbout')}
      >
        <DialogActs>
          <Button onClick={() => setAsking(false)}>{t('dialog.cancel')}</Button>
          <Button look="alarm" isBusy={isBusy} onClick={() => void reset()}>
            {t('practice.reset')}
          </Button>
        </DialogActs>
      </Dialog>
    </section>
  );
}
