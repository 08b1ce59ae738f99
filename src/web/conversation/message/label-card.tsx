import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import type { Head } from '../../../core/learning/own.ts';
import { LABELS } from '../../../core/learning/own.ts';
import type { Message } from '../../../wire/messages.ts';
import type { Understood } from '../../../wire/understood.ts';
import { Button } from '../../parts/button.tsx';
import { sure } from '../../parts/sure.ts';
import { languageName } from '../../text/language-name.ts';
import { locale, t } from '../../text/t.ts';
import { useRights } from '../acts/use-rights.ts';
import { labelWords } from './label-words.ts';
import type { Around } from './message.tsx';
import { choicesQuery, useCorrect } from './use-correct.ts';

const quoted = new Intl.ListFormat(locale, { type: 'conjunction' });

/** One label: how sure, why, by whom; and what it can be instead, each in one press. */
export function LabelCard({
  message,
  understood,
  around,
  of,
}: {
  readonly message: Message;
  readonly understood: Understood;
  readonly around: Around;
  readonly of: Head | 'language';
}) {
  if (of === 'language') return <LanguageCard understood={understood} />;
  return <HeadCard message={message} understood={understood} around={around} head={of} />;
}

function LanguageCard({ understood: { language } }: { readonly understood: Understood }) {
  return (
    <>
      <Popover.Title className="font-semibold">
        {language.code === null
          ? t('label.languageUnclear')
          : t('label.language', { language: languageName(language.code) })}
      </Popover.Title>
      {language.code !== null && <p className="num text-ink-2">{t('label.sure', { percent: sure(language.p) })}</p>}
    </>
  );
}

function HeadCard({
  message,
  understood,
  around,
  head,
}: {
  readonly message: Message;
  readonly understood: Understood;
  readonly around: Around;
  readonly head: Head;
}) {
  const { label, p, because, by } = understood[head];
  const may = useRights(around.inboxId)('conversations.work', 'answer');
  const own = useQuery({ ...choicesQuery, enabled: head === 'topic' && may });
  const correct = useCorrect(message.id, around.conversationId);
  const choices = head === 'topic' ? [...LABELS.topic, ...(own.data ?? [])] : LABELS[head];
  const said = by === 'agent' && label !== null ? String(label) : null;
  const name = t(`head.${head}`);
  return (
    <>
      <div className="flex items-baseline gap-2">
        <Popover.Title className="me-auto font-semibold">
          {label === null
            ? t('label.unclear', { head: name })
            : t('label.is', { head: name, label: labelWords(head, label) })}
        </Popover.Title>
        {by !== 'agent' && label !== null && p > 0 && (
          <span className="num text-s text-ink-2">{t('label.sure', { percent: sure(p) })}</span>
        )}
      </div>
      {because.length > 0 && by !== 'llm' && (
        <p className="text-m text-ink-2 [overflow-wrap:anywhere]">
          {t('label.because', { words: quoted.format(because.map((word) => `“${word}”`)) })}
        </p>
      )}
      {(label !== null || p > 0) && (
        <p className="text-s text-ink-3">
          {t(`label.by.${by}`, { version: by === 'llm' ? (because[0] ?? '') : understood.model })}
        </p>
      )}
      {may && (
        <fieldset aria-busy={correct.isBusy} className="mt-2 border-t border-line pt-2">
          <legend className="float-start mb-1.5 w-full text-s text-ink-3">{t('label.put')}</legend>
          <div className="clear-both flex flex-wrap gap-1">
            {choices.map((choice) => {
              const isChosen = label !== null && String(label) === choice;
              return (
                <button
                  key={choice}
                  type="button"
                  aria-pressed={isChosen}
                  onClick={() => void correct.to(head, choice, said)}
                  className={`inline-flex min-h-[26px] items-center gap-1 rounded-full px-2.5 text-m transition-colors max-phone:min-h-10 ${isChosen ? 'bg-accent-soft text-accent' : 'edge text-ink-2 hover:bg-sunken hover:text-ink'}`}
                >
                  {isChosen && <Check size={12} aria-hidden />}
                  {labelWords(head, choice)}
                </button>
              );
            })}
          </div>
          {by === 'agent' && (
            <Button
              look="quiet"
              className="mt-1 -ms-1.5"
              icon={<Undo2 size={13} aria-hidden />}
              onClick={() => void correct.to(head, null, said)}
            >
              {t('label.back')}
            </Button>
          )}
        </fieldset>
      )}
    </>
  );
}
