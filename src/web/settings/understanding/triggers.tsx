import { useState } from 'react';
import type { OwnWords } from '../../../wire/learning.ts';
import { SearchBox } from '../../parts/search-box.tsx';
import { Select } from '../../parts/select.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { within } from '../../parts/within.ts';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { language as ofReader, t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';

type OwnTriggers = OwnWords['triggers'];
const EVERY = '*';
const MANY = 24;

/** Words that call for care, a language at a time: the shipped ones to switch off, and one's own. */
export function Triggers({
  triggers,
  shipped,
  onChange,
}: {
  readonly triggers: OwnTriggers;
  readonly shipped: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (triggers: OwnTriggers) => void;
}) {
  const [language, setLanguage] = useState(ofReader in shipped ? ofReader : EVERY);
  const languages = [...new Set([...Object.keys(shipped), ...Object.keys(triggers.added)])].filter(
    (one) => one !== EVERY,
  );
  const options = [
    { value: EVERY, label: t('triggers.every') },
    ...languages
      .map((one) => ({ value: one, label: languageName(one) }))
      .toSorted((a, b) => compareNames(a.label, b.label)),
  ];
  const off = new Set(triggers.off[language] ?? []);
  function flip(word: string) {
    const next = off.has(word) ? [...off].filter((one) => one !== word) : [...off, word];
    onChange({ ...triggers, off: withWords(triggers.off, language, next) });
  }
  return (
    <Section
      title={t('triggers.title')}
      about={t('triggers.about')}
      acts={
        <div className="w-48 max-phone:w-full">
          <Select label={t('triggers.language')} value={language} options={options} onChange={setLanguage} />
        </div>
      }
    >
      <div className="grid gap-4 rounded-medium border border-line bg-raised p-4">
        <TagInput
          key={language}
          label={t('triggers.own')}
          help={t('triggers.ownHelp')}
          placeholder={t('triggers.example')}
          values={triggers.added[language] ?? []}
          onChange={(words) => onChange({ ...triggers, added: withWords(triggers.added, language, words) })}
        />
        <ShippedWords key={`${language} shipped`} words={shipped[language] ?? []} off={off} onFlip={flip} />
      </div>
    </Section>
  );
}

function ShippedWords({
  words,
  off,
  onFlip,
}: {
  readonly words: readonly string[];
  readonly off: ReadonlySet<string>;
  readonly onFlip: (word: string) => void;
}) {
  const [typed, setTyped] = useState('');
  if (words.length === 0) return <p className="text-s text-ink-3">{t('triggers.noShipped')}</p>;
  return (
    <fieldset>
      <legend className="font-medium">{t('triggers.shipped')}</legend>
      <p className="mb-2 text-s text-ink-3">{t('triggers.shippedHelp', { off: off.size })}</p>
      {words.length > MANY && <SearchBox label={t('triggers.find')} value={typed} onChange={setTyped} />}
      <div className="mt-2 flex max-h-[240px] flex-wrap gap-1 overflow-auto p-0.5">
        {words
          .filter((word) => within(word, typed))
          .map((word) => (
            <button
              key={word}
              type="button"
              aria-pressed={!off.has(word)}
              onClick={() => onFlip(word)}
              className={`min-h-[26px] rounded-full px-2.5 text-m transition-colors max-phone:min-h-10 ${off.has(word) ? 'edge text-ink-3 line-through' : 'bg-accent-soft text-accent'}`}
            >
              {word}
            </button>
          ))}
      </div>
    </fieldset>
  );
}

function withWords(all: OwnTriggers['added'], language: string, words: readonly string[]): OwnTriggers['added'] {
  const { [language]: _, ...rest } = all;
  return words.length === 0 ? rest : { ...rest, [language]: words };
}
