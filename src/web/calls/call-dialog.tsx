import '../text/load-later.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CALL_DIRECTIONS, CALL_OUTCOMES, type CallFacts } from '../../core/channel/call.ts';
import type { LoggedCall, NewCall } from '../../wire/calls.ts';
import type { Inbox } from '../../wire/inboxes.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { Check } from '../parts/check.tsx';
import { AreaField, Field, TextField } from '../parts/field.tsx';
import { useSave } from '../parts/form.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { localTime } from '../time/local-time.ts';
import type { CallAbout } from './state.ts';

const MINUTE_S = 60;

/** A call that is over, in the words of whoever was on the line. */
export function CallDialog({
  about,
  lines,
  onClose,
}: {
  readonly about: CallAbout | null;
  readonly lines: readonly Inbox[];
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const save = useSave();
  const [id] = useState(newId);
  const [line, setLine] = useState(lines[0]?.id ?? '');
  const [direction, setDirection] = useState<CallFacts['direction']>('out');
  const [outcome, setOutcome] = useState<CallFacts['outcome']>('answered');
  const [number, setNumber] = useState(about?.number ?? '');
  const [name, setName] = useState('');
  const [at, setAt] = useState(() => localTime(new Date()));
  const [minutes, setMinutes] = useState('');
  const [note, setNote] = useState('');
  const [recording, setRecording] = useState('');
  const [isAnswer, setAnswer] = useState(false);
  const isAnswered = outcome === 'answered';

  async function submit() {
    const when = new Date(at);
    const made: NewCall = {
      id,
      inboxId: line,
      direction,
      outcome,
      isAnswer: isAnswered && isAnswer,
      ...(about ? { contactId: about.contactId, conversationId: about.conversationId } : {}),
      ...(number.trim() ? { number: number.trim() } : {}),
      ...(name.trim() && !about ? { name: name.trim() } : {}),
      ...(Number.isNaN(when.getTime()) ? {} : { at: when.toISOString() }),
      ...(Number(minutes) > 0 ? { seconds: Math.round(Number(minutes) * MINUTE_S) } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(recording.trim() ? { recordingUrl: recording.trim() } : {}),
    };
    const logged = await save.run(() => call<LoggedCall>('POST', '/api/calls', made));
    if (!logged) return;
    const isLate = made.isAnswer && !logged.isMarked;
    say({
      title: t(logged.isMarked ? 'call.doneMarked' : 'call.done'),
      ...(isLate ? { detail: t('call.notMarked') } : {}),
    });
    onClose();
    await client.invalidateQueries();
  }

  return (
    <FormDialog
      title={about?.name ? t('call.titleWith', { name: about.name }) : t('call.title')}
      about={t('call.about')}
      act={t('call.do')}
      save={save}
      fields={['number', 'at', 'seconds', 'recordingUrl', 'note']}
      isDirty={note !== '' || recording !== '' || minutes !== ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {lines.length > 1 && (
        <Field label={t('call.line')}>
          {({ id: field }) => (
            <Select
              id={field}
              label={t('call.line')}
              value={line}
              options={lines.map((one) => ({ value: one.id, label: one.name }))}
              onChange={setLine}
            />
          )}
        </Field>
      )}
      <Segments
        label={t('call.direction')}
        value={direction}
        options={CALL_DIRECTIONS.toReversed().map((value) => ({ value, label: t(`call.${value}`) }))}
        onChange={setDirection}
      />
      <Segments
        label={t('call.outcome')}
        value={outcome}
        options={CALL_OUTCOMES.map((value) => ({ value, label: t(`call.outcome.${value}`) }))}
        onChange={setOutcome}
      />
      <div className={about ? '' : 'grid gap-4 phone:grid-cols-2'}>
        <TextField
          label={t('call.number')}
          isOptional={about ? t('field.optional') : undefined}
          help={about ? t('call.numberKnown') : undefined}
          problem={save.at('number')}
          type="tel"
          autoComplete="off"
          required={!about}
          maxLength={40}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        {!about && (
          <TextField
            label={t('call.name')}
            isOptional={t('field.optional')}
            autoComplete="off"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </div>
      <div className="grid gap-4 phone:grid-cols-[3fr_2fr]">
        <TextField
          label={t('call.at')}
          problem={save.at('at')}
          type="datetime-local"
          max={localTime(new Date())}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        {isAnswered && (
          <TextField
            label={t('call.minutes')}
            isOptional={t('field.optional')}
            problem={save.at('seconds')}
            type="number"
            inputMode="decimal"
            min={0}
            max={10_000}
            step="any"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        )}
      </div>
      <AreaField
        label={t('call.note')}
        isOptional={t('field.optional')}
        problem={save.at('note')}
        maxLength={4_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <TextField
        label={t('call.recording')}
        isOptional={t('field.optional')}
        problem={save.at('recordingUrl')}
        type="url"
        placeholder="https://"
        value={recording}
        onChange={(event) => setRecording(event.target.value)}
      />
      {isAnswered && (
        <Check label={t('call.isAnswer')} help={t('call.isAnswerHelp')} isOn={isAnswer} onChange={setAnswer} />
      )}
    </FormDialog>
  );
}
