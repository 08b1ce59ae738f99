import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Select } from '../../parts/select.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { language as ofReader, t } from '../../text/t.ts';
import { understandingQuery } from '../understanding/queries.ts';
import type { Body } from './draft.ts';
import { ShippedTriggers } from './shipped-triggers.tsx';
import { listed } from './words.ts';

const EVERY = '*';

/** Which words call for care, language by language: the shipped ones, and the rule's own. */
export function CareWords({
  body: { triggers, languages },
  onChange,
}: {
  readonly body: Body;
  readonly onChange: (more: Partial<Body>) => void;
}) {
  const { data } = useQuery(understandingQuery);
  const [wanted, setLanguage] = useState<string | null>(null);
  const offered = languages.length > 0 ? languages : Object.keys(data?.shipped.triggers ?? {});
  const codes = [...new Set([...offered, ...Object.keys(triggers)])].filter((one) => one !== EVERY);
  const first = codes.includes(ofReader) ? ofReader : (codes[0] ?? EVERY);
  const language = wanted !== null && (wanted === EVERY || codes.includes(wanted)) ? wanted : first;
  const others = Object.keys(triggers).filter((one) => one !== language);
  const options = [
    { value: EVERY, label: t('listening.triggerEvery') },
    ...codes
      .map((one) => ({ value: one, label: languageName(one) }))
      .toSorted((a, b) => compareNames(a.label, b.label)),
  ];
  function setOwn(words: readonly string[]) {
    const { [language]: _, ...rest } = triggers;
    const bounded = words.map((word) => word.slice(0, 80)).slice(0, 200);
    onChange({ triggers: bounded.length > 0 ? { ...rest, [language]: bounded } : rest });
  }
  return (
    <div className="grid gap-4 rounded-medium border border-line bg-raised p-4">
      <div className="w-56 max-phone:w-full">
        <Select label={t('listening.triggerLanguage')} value={language} options={options} onChange={setLanguage} />
      </div>
      {language !== EVERY && data && (
        <ShippedTriggers
          key={language}
          language={language}
          shipped={data.shipped.triggers[language] ?? []}
          own={data.words.triggers}
        />
      )}
      <TagInput
        key={`own ${language}`}
        label={t('listening.triggerOwn')}
        help={t('listening.triggerOwnHelp')}
        placeholder={t('listening.triggerExample')}
        values={triggers[language] ?? []}
        onChange={setOwn}
      />
      {others.length > 0 && (
        <p className="text-s text-ink-3">
          {t('listening.triggerOwnIn', {
            languages: listed(others.map((one) => (one === EVERY ? t('listening.triggerEvery') : languageName(one)))),
          })}
        </p>
      )}
      <Link
        to="/settings/$page"
        params={{ page: 'understanding' }}
        className="justify-self-start text-s text-accent underline underline-offset-2 max-phone:py-3"
      >
        {t('listening.triggerEdit')}
      </Link>
    </div>
  );
}
