import { useState } from 'react';
import type { Head } from '../../../core/learning/own.ts';
import type { SecondOpinion, TestedSecondOpinion } from '../../../wire/second-opinion.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Check } from '../../parts/check.tsx';
import { ChooseMany } from '../../parts/combobox.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { SecondOpinionHeads } from './second-opinion-heads.tsx';
import { SecondOpinionTest } from './second-opinion-test.tsx';

const FIELDS = ['address', 'model', 'key', 'callsADay', 'tokensADay', 'below', 'heads', 'languages'];
const OFFERED =
  'ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sq sr sv th tr uk vi zh';

interface Draft {
  readonly isOn: boolean;
  readonly address: string;
  readonly model: string;
  readonly key: string;
  readonly isKeyDropped: boolean;
  readonly calls: string;
  readonly tokens: string;
  readonly percent: string;
  readonly heads: readonly Head[];
  readonly languages: readonly string[];
  readonly withPrivate: boolean;
}

/** Where the model is, what it may cost, and about what it is asked. */
export function SecondOpinionForm({
  kept,
  onCancel,
}: {
  readonly kept: SecondOpinion;
  /** Null: it is set already, and there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}) {
  const [draft, setDraft] = useState(() => draftOf(kept));
  const [tested, setTested] = useState<TestedSecondOpinion | null>(null);
  const [save, test] = [useSave(), useSave()];
  const refresh = useRefresh('second-opinion');
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(kept));
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const at = (field: string) => save.at(field) ?? test.at(field);
  async function submit() {
    test.clear();
    const body = { ...choiceOf(draft, kept), isOn: draft.isOn, version: kept.version };
    if ((await save.run(() => call<SecondOpinion>('PUT', '/api/second-opinion', body))) === null) return;
    say({ title: t('secondOpinion.saved') });
    await refresh();
  }
  async function tryOut() {
    save.clear();
    setTested(null);
    setTested(
      await test.run(() => call<TestedSecondOpinion>('POST', '/api/second-opinion/test', choiceOf(draft, kept))),
    );
  }
  return (
    <Form
      save={save.problems.length > 0 ? save : test}
      fields={FIELDS}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-medium border border-line bg-raised p-4"
      acts={
        <div className="flex flex-wrap gap-2">
          <Button look="main" type="submit" isBusy={save.isBusy} disabled={!isDirty}>
            {t('secondOpinion.save')}
          </Button>
          <Button
            isBusy={test.isBusy}
            disabled={draft.address.trim() === '' || draft.model.trim() === '' || draft.heads.length === 0}
            onClick={() => void tryOut()}
          >
            {t('secondOpinion.test')}
          </Button>
          {onCancel && (
            <Button look="quiet" className="ms-auto" onClick={onCancel}>
              {t('dialog.cancel')}
            </Button>
          )}
        </div>
      }
    >
      <Unsaved isDirty={isDirty} />
      <Toggle
        label={t('secondOpinion.ask')}
        help={t('secondOpinion.askHelp')}
        isOn={draft.isOn}
        onChange={(isOn) => set({ isOn })}
      />
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t('secondOpinion.address')}
          help={t('secondOpinion.addressHelp')}
          required
          type="url"
          dir="ltr"
          maxLength={500}
          placeholder="https://host/v1"
          value={draft.address}
          onChange={({ target }) => set({ address: target.value })}
          problem={at('address')}
        />
        <TextField
          label={t('secondOpinion.model')}
          help={t('secondOpinion.modelHelp')}
          required
          dir="ltr"
          maxLength={100}
          value={draft.model}
          onChange={({ target }) => set({ model: target.value })}
          problem={at('model')}
        />
      </div>
      <PasswordField
        label={t('secondOpinion.key')}
        help={t(kept.hasKey ? 'secondOpinion.keyKept' : 'secondOpinion.keyHelp')}
        autoComplete="off"
        dir="ltr"
        maxLength={500}
        disabled={draft.isKeyDropped}
        value={draft.key}
        onChange={({ target }) => set({ key: target.value })}
        problem={at('key')}
      />
      {kept.hasKey && (
        <Check
          label={t('secondOpinion.keyDrop')}
          isOn={draft.isKeyDropped}
          onChange={(isKeyDropped) => set({ isKeyDropped, key: '' })}
        />
      )}
      <div className="grid gap-4 phone:grid-cols-3">
        <TextField
          label={t('secondOpinion.calls')}
          help={t('secondOpinion.callsHelp')}
          required
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          value={draft.calls}
          onChange={({ target }) => set({ calls: target.value })}
          problem={at('callsADay')}
        />
        <TextField
          label={t('secondOpinion.tokens')}
          isOptional={t('secondOpinion.optional')}
          help={t('secondOpinion.tokensHelp')}
          type="number"
          inputMode="numeric"
          min={5_000}
          max={1_000_000_000}
          value={draft.tokens}
          onChange={({ target }) => set({ tokens: target.value })}
          problem={at('tokensADay')}
        />
        <TextField
          label={t('secondOpinion.below')}
          help={t('secondOpinion.belowHelp')}
          required
          type="number"
          inputMode="numeric"
          min={0}
          max={90}
          value={draft.percent}
          onChange={({ target }) => set({ percent: target.value })}
          problem={at('below')}
        />
      </div>
      <SecondOpinionHeads heads={draft.heads} problem={at('heads')} onChange={(heads) => set({ heads })} />
      <Field label={t('secondOpinion.languages')} help={t('secondOpinion.languagesHelp')} problem={at('languages')}>
        {({ id }) => (
          <ChooseMany
            id={id}
            label={t('secondOpinion.languages')}
            placeholder={t('secondOpinion.addLanguage')}
            choices={choicesOf(draft.languages)}
            values={draft.languages}
            onChange={(languages) => set({ languages })}
          />
        )}
      </Field>
      <Toggle
        label={t('secondOpinion.private')}
        help={t('secondOpinion.privateHelp')}
        isOn={draft.withPrivate}
        onChange={(withPrivate) => set({ withPrivate })}
      />
      {tested && <SecondOpinionTest tested={tested} />}
    </Form>
  );
}

const draftOf = (kept: SecondOpinion): Draft => ({
  isOn: kept.isOn || kept.version === 0,
  address: kept.address,
  model: kept.model,
  key: '',
  isKeyDropped: false,
  calls: String(kept.callsADay),
  tokens: kept.tokensADay === null ? '' : String(kept.tokensADay),
  percent: String(Math.round(kept.below * 100)),
  heads: kept.heads,
  languages: kept.languages,
  withPrivate: kept.withPrivate,
});

/** What was left empty there means the key that is kept. */
function choiceOf(draft: Draft, { hasKey }: SecondOpinion) {
  const isKept = hasKey && !draft.isKeyDropped && draft.key === '';
  return {
    address: draft.address,
    model: draft.model,
    ...(isKept ? {} : { key: draft.key === '' ? null : draft.key }),
    callsADay: Number(draft.calls),
    tokensADay: draft.tokens === '' ? null : Number(draft.tokens),
    below: Number(draft.percent) / 100,
    heads: draft.heads,
    languages: draft.languages,
    withPrivate: draft.withPrivate,
  };
}

function choicesOf(chosen: readonly string[]) {
  return [...new Set([...OFFERED.split(' '), ...chosen])]
    .map((value) => ({ value, label: languageName(value), detail: value }))
    .sort((a, b) => compareNames(a.label, b.label));
}
