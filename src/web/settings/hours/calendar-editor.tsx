import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Calendar } from '../../../wire/clocks.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { inboxesQuery } from '../../api/queries.ts';
import { ChooseMany } from '../../parts/combobox.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form, FormProblem, useSave } from '../../parts/form.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { Section } from '../parts/sheet.tsx';
import { useLeave } from '../parts/use-leave.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { DAYS, isInOrder, spansOf, weekOf } from './day-shifts.ts';
import { Holidays } from './holidays.tsx';
import { draftOf, OwnDays } from './own-days.tsx';
import { WeekGrid } from './week-grid.tsx';

const OFFICE: Calendar['week'] = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 540, until: 1_020 }];
const zones = Intl.supportedValuesOf('timeZone');

/** One set of hours: a week, holidays, days of one's own, and whose they are. */
export function CalendarEditor({
  calendar,
  isFirst,
}: {
  readonly calendar: Calendar | null;
  /** There are no other hours yet. */
  readonly isFirst: boolean;
}) {
  const save = useSave();
  const refresh = useRefresh('calendars');
  const settle = useSettle('calendars');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('hours');
  const { data: inboxes = [] } = useQuery(inboxesQuery);
  const [id] = useState(() => calendar?.id ?? newId());
  const [kept] = useState(() => ({
    name: calendar?.name ?? '',
    timeZone: calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: weekOf(calendar?.week ?? OFFICE),
    days: (calendar?.days ?? []).map(draftOf),
    country: calendar?.country ?? null,
    region: calendar?.region ?? null,
    isDefault: calendar?.isDefault ?? isFirst,
    inboxIds: calendar?.inboxIds ?? [],
  }));
  const [form, setForm] = useState(kept);
  const [isTried, setTried] = useState(false);
  const isDirty = JSON.stringify(form) !== JSON.stringify(kept);
  const areInOrder =
    DAYS.every((day) => isInOrder(form.week[day])) && form.days.every(({ shifts }) => isInOrder(shifts));

  async function submit() {
    setTried(true);
    if (!areInOrder) return;
    const { week, days, ...rest } = form;
    const body = {
      ...rest,
      week: spansOf(week),
      days: days.map(({ date, name, shifts }) => ({ date, name, spans: shifts })),
    };
    const keep = () =>
      calendar ? call('PUT', `/api/calendars/${id}`, body) : call('POST', '/api/calendars', { ...body, id });
    if ((await save.run(keep)) === null) return;
    void refresh();
    say({ title: t('quoted.saved', { name: form.name }) });
    leave();
  }
  async function remove({ name }: Calendar) {
    const title = t('quoted.removeTitle', { name });
    const isSure = await ask({ title, about: t('hours.removeAbout'), act: t('settings.remove'), isGrave: true });
    if (isSure && (await settle('DELETE', `/api/calendars/${id}`, undefined, t('quoted.removed', { name })))) leave();
  }
  return (
    <Form
      save={save}
      fields={['name', 'timeZone']}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      acts={
        <>
          {isTried && !areInOrder && <FormProblem>{t('hours.inOrder')}</FormProblem>}
          <EditorActs
            isBusy={save.isBusy}
            isOff={!isDirty && calendar !== null}
            onRemove={calendar && (() => void remove(calendar))}
          />
        </>
      }
    >
      <div className="grid gap-x-4 gap-y-2 phone:grid-cols-2">
        <TextField
          label={t('people.name')}
          required
          maxLength={60}
          placeholder={t('hours.example')}
          value={form.name}
          onChange={({ target }) => setForm({ ...form, name: target.value })}
          problem={save.at('name')}
        />
        <TextField
          label={t('hours.zone')}
          required
          list="time-zones"
          autoComplete="off"
          spellCheck={false}
          value={form.timeZone}
          onChange={({ target }) => setForm({ ...form, timeZone: target.value })}
          problem={save.at('timeZone')}
        />
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Field label={t('hours.inboxes')} help={t('hours.inboxesHelp')}>
          {(ids) => (
            <ChooseMany
              id={ids.id}
              label={t('hours.inboxes')}
              choices={inboxes.map((one) => ({
                value: one.id,
                label: one.name,
                icon: <NetworkMark channel={one.channel} />,
              }))}
              values={form.inboxIds}
              placeholder={t('hours.inboxesNone')}
              onChange={(next) => setForm({ ...form, inboxIds: [...next] })}
            />
          )}
        </Field>
        <div className="self-center">
          <Toggle
            label={t('hours.isDefault')}
            isOn={form.isDefault}
            onChange={(isDefault) => setForm({ ...form, isDefault })}
          />
        </div>
      </div>
      <Section title={t('hours.week')} about={t('hours.weekAbout')}>
        <WeekGrid week={form.week} onChange={(week) => setForm({ ...form, week })} />
      </Section>
      <Holidays
        place={form}
        isOwn={(date) => form.days.some((one) => one.date === date)}
        onChange={(place) => setForm({ ...form, ...place })}
        onOpen={(date, name) =>
          setForm({
            ...form,
            days: [...form.days, { id: crypto.randomUUID(), date, name, shifts: [{ from: 540, until: 1_020 }] }],
          })
        }
      />
      <OwnDays days={form.days} onChange={(days) => setForm({ ...form, days: [...days] })} />
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
