import { useState } from 'react';
import type { z } from 'zod';
import { HOOK_EVENTS, type HookEvent } from '../../../core/hooks/events.ts';
import type { Hook, MadeHook } from '../../../wire/hooks.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { Check } from '../../parts/check.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { SecretDialog } from './secret-dialog.tsx';

const TOPICS = ['conversation', 'message', 'inbox'] as const;
const eventsOf = (topic: string) => HOOK_EVENTS.filter((event) => event.startsWith(`${topic}.`));
const USUAL: readonly HookEvent[] = ['message.received', 'message.sent'];

/** Makes a webhook, or changes one. A new one's secret is shown once, right after. */
export function HookForm({ hook, onClose }: { readonly hook: Hook | null; readonly onClose: () => void }) {
  const refresh = useRefresh('hooks');
  const save = useSave();
  const [id] = useState(newId);
  const [name, setName] = useState(hook?.name ?? '');
  const [url, setUrl] = useState(hook?.url ?? '');
  const [events, setEvents] = useState<readonly HookEvent[]>(hook?.events ?? USUAL);
  const [secret, setSecret] = useState<string | null>(null);
  const body = { name, url, events };
  async function submit() {
    if (hook) {
      const done = await save.run(() => call<Hook>('PATCH', `/api/hooks/${hook.id}`, body));
      if (done) onClose();
    } else {
      const made = await save.run(() => call<z.infer<typeof MadeHook>>('POST', '/api/hooks', { id, ...body }));
      if (made) setSecret(made.secret);
    }
    void refresh();
  }
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />;
  const was = hook ?? { name: '', url: '', events: USUAL };
  const isDirty = name !== was.name || url !== was.url || events.join() !== was.events.join();
  const set = (some: readonly HookEvent[], isOn: boolean) =>
    setEvents(HOOK_EVENTS.filter((one) => (some.includes(one) ? isOn : events.includes(one))));
  return (
    <FormDialog
      title={hook ? t('hooks.changeTitle', { name: hook.name }) : t('hooks.add')}
      act={hook ? t('settings.save') : t('hooks.add')}
      save={save}
      fields={['name', 'url', 'events']}
      isDirty={isDirty}
      isWide
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('hooks.name')}
        required
        maxLength={100}
        placeholder={t('hooks.nameExample')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={save.at('name')}
      />
      <TextField
        label={t('hooks.url')}
        help={t('hooks.urlHelp')}
        required
        type="url"
        dir="ltr"
        maxLength={2000}
        placeholder="https://example.com/earshot"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        problem={save.at('url')}
      />
      <fieldset className="grid gap-3">
        <legend className="sr-only">{t('hooks.events')}</legend>
        {TOPICS.map((topic) => {
          const some = eventsOf(topic);
          const title = t(`hooks.eventsOf.${topic}`);
          return (
            <fieldset key={topic}>
              <legend className="mb-0.5 font-medium">{title}</legend>
              <div className="grid gap-x-6 phone:grid-cols-2">
                {some.map((event) => (
                  <Check
                    key={event}
                    label={t(`event.${event}`)}
                    isOn={events.includes(event)}
                    onChange={(isOn) => set([event], isOn)}
                  />
                ))}
              </div>
            </fieldset>
          );
        })}
      </fieldset>
      {save.at('events') && (
        <p role="alert" className="font-medium text-alarm">
          {save.at('events')}
        </p>
      )}
    </FormDialog>
  );
}
