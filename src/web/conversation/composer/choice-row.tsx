import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { RemovableChip } from '../../parts/removable-chip.tsx';
import { t } from '../../text/t.ts';
import { type ChoiceLimit, withChoice } from './choices.ts';

/** Answers to tap below what is written: Enter adds one, Backspace in the empty field takes the last. */
export function ChoiceRow({
  choices,
  limit,
  asked,
  onChange,
  onLeave,
}: {
  readonly choices: readonly string[];
  readonly limit: ChoiceLimit;
  /** Grows whenever somebody asks for it and is about to write; chips that were held come back without the keyboard. */
  readonly asked: number;
  readonly onChange: (choices: readonly string[]) => void;
  /** Back to the text. */
  readonly onLeave: () => void;
}) {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) input.current?.focus();
  }, [asked]);
  const left = limit.max - choices.length;
  function add() {
    onChange(withChoice(choices, words));
    setWords('');
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (words.trim() === '') onLeave();
      else add();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Backspace' && words === '' && choices.length > 0) onChange(choices.slice(0, -1));
  }
  return (
    <fieldset aria-label={t('choices.label')} className="flex min-w-0 flex-wrap items-center gap-1.5 px-4 pb-2">
      <ul className="contents">
        {choices.map((choice) => (
          <RemovableChip
            key={choice}
            remove={t('choices.remove', { choice })}
            onRemove={() => onChange(choices.filter((one) => one !== choice))}
          >
            <span className="truncate ps-2.5" dir="auto">
              {choice}
            </span>
          </RemovableChip>
        ))}
      </ul>
      {left > 0 && (
        <input
          ref={input}
          value={words}
          maxLength={limit.maxLength}
          dir="auto"
          aria-label={t('choices.add')}
          placeholder={choices.length === 0 ? t('choices.first', { max: limit.max }) : t('choices.next', { left })}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={press}
          onBlur={add}
          className="min-w-[180px] flex-1 rounded-small bg-transparent px-1 py-0.5 placeholder:text-ink-3 max-phone:min-h-10 max-phone:text-[16px]"
        />
      )}
    </fieldset>
  );
}
