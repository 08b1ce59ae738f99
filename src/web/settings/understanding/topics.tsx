import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { LONGEST_WORD, MOST_TOPICS } from '../../../core/learning/check-words.ts';
import type { OwnWords } from '../../../wire/learning.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Empty } from '../../parts/states.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';

type OwnTopics = OwnWords['topics'];

/** Topics that only this house has, each with the words that tell it. */
export function Topics({
  topics,
  onChange,
}: {
  readonly topics: OwnTopics;
  readonly onChange: (topics: OwnTopics) => void;
}) {
  // Lines are told apart by when they were added: their names change under the typing hand.
  const [keys, setKeys] = useState<readonly number[]>(() => topics.map((_, at) => at));
  const isFull = topics.length >= MOST_TOPICS;
  const add = (
    <Button icon={<Plus size={14} aria-hidden />} disabled={isFull} onClick={append}>
      {t('topics.add')}
    </Button>
  );
  function append() {
    setKeys([...topics.map((_, at) => keys[at] ?? at), Math.max(-1, ...keys) + 1]);
    onChange([...topics, { key: '', words: [] }]);
  }
  function drop(place: number) {
    setKeys(keys.filter((_, at) => at !== place));
    onChange(topics.filter((_, at) => at !== place));
  }
  function change(place: number, patch: Partial<OwnTopics[number]>) {
    onChange(topics.map((one, at) => (at === place ? { ...one, ...patch } : one)));
  }
  return (
    <Section title={t('topics.title')} about={t('topics.about')} acts={topics.length > 0 && add}>
      {topics.length === 0 ? (
        <Empty title={t('topics.none')} act={add}>
          {t('topics.noneAbout')}
        </Empty>
      ) : (
        <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
          {topics.map(({ key, words }, at) => (
            <li
              key={keys[at] ?? at}
              className="grid grid-cols-[minmax(0,200px)_minmax(0,1fr)_auto] items-start gap-3 p-4 max-phone:grid-cols-[minmax(0,1fr)_auto]"
            >
              <TextField
                label={t('topics.name')}
                required
                maxLength={LONGEST_WORD}
                placeholder={t('topics.example')}
                value={key}
                onChange={({ target }) => change(at, { key: target.value })}
              />
              <div className="max-phone:order-last max-phone:col-span-2">
                <TagInput label={t('topics.words')} values={words} onChange={(next) => change(at, { words: next })} />
              </div>
              <IconButton
                label={t('topics.remove', { name: key || t('topics.nameless') })}
                className="mt-6"
                onClick={() => drop(at)}
              >
                <X size={15} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {isFull && <p className="mt-2 text-s text-ink-3">{t('topics.full', { most: MOST_TOPICS })}</p>}
    </Section>
  );
}
