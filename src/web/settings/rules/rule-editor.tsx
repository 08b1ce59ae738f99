import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../../../core/conversation/filter.ts';
import { RULE_ACTS, RULE_ACTS_MOST, RULE_WHENS, type RuleAct } from '../../../core/rules/rule.ts';
import type { Rule, RuleBody } from '../../../wire/rules.ts';
import { call, inWords } from '../../api/call.ts';
import { ConditionList } from '../../desk/filter/condition-list.tsx';
import { isComplete } from '../../desk/filter/draft-condition.ts';
import { Button } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form, FormProblem } from '../../parts/form.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { Lines, Section } from '../parts/sheet.tsx';
import { useKeep } from '../parts/use-keep.ts';
import { useLeave } from '../parts/use-leave.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { ActLine } from './act-line.tsx';
import { DryRun } from './dry-run.tsx';
import { FIRST, isFilledIn } from './first-act.ts';
import { HoursField } from './hours-field.tsx';
import { beginningOf } from './presets.ts';
import { SpanInput } from './span-input.tsx';
import { useRuleThings } from './use-rule-words.ts';
import { Versions } from './versions.tsx';
import { WhyNot } from './why-not.tsx';

/** A rule as it is written down, tried, and taken back. */
export function RuleEditor({ rule, item }: { readonly rule: Rule | null; readonly item: string }) {
  const settle = useSettle('rules');
  const refresh = useRefresh('rules');
  const { save, keep } = useKeep('/api/rules', rule?.id, 'rules');
  const { mayHook } = useRuleThings();
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('rules');
  const [kept] = useState(() => (rule ? bodyOf(rule) : beginningOf(item)));
  const [form, setForm] = useState<RuleBody>(kept);
  const [missing, setMissing] = useState<string | null>(null);
  const isDirty = rule === null || JSON.stringify(form) !== JSON.stringify(kept);
  const change = (more: Partial<RuleBody>) => {
    setForm({ ...form, ...more });
    setMissing(null);
  };
  const setActs = (acts: readonly RuleAct[]) => change({ acts: acts as RuleBody['acts'] });
  const acts = form.acts as readonly RuleAct[];
  const kinds = RULE_ACTS.filter(
    (kind) => (kind !== 'hook' || mayHook) && (kind === 'field' || !acts.some((act) => act.do === kind)),
  );

  /** False: something is not filled in, and it is said what. */
  function isWhole(): boolean {
    const empty = acts.find((act) => !isFilledIn(act));
    const what = !isComplete(form.filter as Filter)
      ? t('rules.conditions')
      : empty
        ? t(`rules.act.${empty.do}`)
        : acts.length === 0
          ? t('rules.acts')
          : null;
    setMissing(what && t('rules.incomplete', { what }));
    return what === null;
  }
  async function submit() {
    if (!isWhole()) return;
    if (!(await keep(rule ? { body: form } : form))) return;
    say({ title: t('quoted.saved', { name: form.name }) });
    leave();
  }
  async function remove({ id, name, version }: Rule) {
    const isSure = await ask({
      title: t('quoted.removeTitle', { name }),
      about: t('rules.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (!isSure) return;
    try {
      await call('DELETE', `/api/rules/${id}`);
    } catch (error) {
      return say({ title: inWords(error), isBad: true });
    }
    await refresh();
    leave();
    say({
      title: t('rules.removed', { name }),
      act: {
        label: t('rules.bringBack'),
        run: () => void settle('POST', `/api/rules/${id}/take-back`, { version }, t('rules.backAgain', { name })),
      },
    });
  }
  return (
    <>
      <Form
        save={save}
        fields={['name']}
        onSubmit={() => void submit()}
        className="grid grid-cols-[minmax(0,1fr)] gap-6"
      >
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('rules.name')}
            required
            maxLength={100}
            placeholder={t('rules.example')}
            value={form.name}
            onChange={({ target }) => change({ name: target.value })}
            problem={save.at('name')}
          />
          <Field label={t('rules.when')} help={t(`rules.whenHelp.${form.when}`)}>
            {({ id }) => (
              <Select
                id={id}
                label={t('rules.when')}
                value={form.when}
                options={RULE_WHENS.map((one) => ({ value: one, label: t(`rules.when.${one}`) }))}
                onChange={(next) => change({ when: RULE_WHENS.find((one) => one === next) ?? 'arrived' })}
              />
            )}
          </Field>
          {form.when === 'waits' && (
            <Field label={t('rules.waitMinutes')}>
              {() => (
                <SpanInput
                  label={t('rules.waitMinutes')}
                  minutes={form.waitMinutes}
                  onChange={(waitMinutes) => change({ waitMinutes })}
                />
              )}
            </Field>
          )}
        </div>
        <Section title={t('rules.conditions')} about={t('rules.conditionsAbout')}>
          <ConditionList
            filter={form.filter as Filter}
            onChange={(filter) => change({ filter: filter as RuleBody['filter'] })}
          />
        </Section>
        <HoursField hours={form.hours} onChange={(hours) => change({ hours })} />
        <Section title={t('rules.acts')} about={t('rules.actsAbout')}>
          {acts.length > 0 && (
            <Lines label={t('rules.acts')}>
              {acts.map((act, at) => (
                <ActLine
                  key={`${act.do} ${act.do === 'field' ? at : ''}`}
                  act={act}
                  onChange={(next) => setActs(acts.with(at, next))}
                  onRemove={() => setActs(acts.toSpliced(at, 1))}
                  onUp={at === 0 ? null : () => setActs(acts.toSpliced(at, 1).toSpliced(at - 1, 0, act))}
                />
              ))}
            </Lines>
          )}
          {kinds.length > 0 && acts.length < RULE_ACTS_MOST && (
            <div className="mt-2">
              <Menu align="start" trigger={<Button icon={<Plus size={14} aria-hidden />}>{t('rules.addAct')}</Button>}>
                {kinds.map((kind) => (
                  <MenuItem key={kind} onSelect={() => setActs([...acts, FIRST[kind]()])}>
                    {t(`rules.act.${kind}`)}
                  </MenuItem>
                ))}
              </Menu>
            </div>
          )}
        </Section>
        <DryRun body={form} isWhole={isWhole} />
        {missing && <FormProblem>{missing}</FormProblem>}
        <EditorActs isBusy={save.isBusy} isOff={!isDirty} onRemove={rule && (() => void remove(rule))} />
        <Unsaved isDirty={JSON.stringify(form) !== JSON.stringify(kept) && !isLeaving && !save.isBusy} />
        {asked}
      </Form>
      {rule && (
        <>
          <WhyNot rule={rule} isDirty={isDirty} />
          <Versions rule={rule} />
        </>
      )}
    </>
  );
}

const bodyOf = ({ name, when, waitMinutes, hours, filter, acts }: RuleBody): RuleBody => ({
  name,
  when,
  waitMinutes,
  hours,
  filter,
  acts,
});
