import { useState } from 'react';
import type { OwnWords } from '../../../wire/learning.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { Topics } from './topics.tsx';
import { Triggers } from './triggers.tsx';

type Draft = Pick<OwnWords, 'triggers' | 'topics'>;

/** The words of the house: what calls for care, and topics of its own. Saved together. */
export function WordsForm({
  words,
  shipped,
}: {
  readonly words: OwnWords;
  readonly shipped: Readonly<Record<string, readonly string[]>>;
}) {
  const [draft, setDraft] = useState<Draft>({ triggers: words.triggers, topics: words.topics });
  const save = useSave();
  const refresh = useRefresh('understanding');
  const isDirty = JSON.stringify(draft) !== JSON.stringify({ triggers: words.triggers, topics: words.topics });
  async function submit() {
    // A line that nobody filled in is no topic.
    const topics = draft.topics.filter(({ key, words }) => key.trim() !== '' || words.length > 0);
    const kept = await save.run(() =>
      call<OwnWords>('PUT', '/api/understanding/words', { version: words.version, triggers: draft.triggers, topics }),
    );
    if (kept === null) return;
    say({ title: t('understanding.saved') });
    setDraft({ triggers: kept.triggers, topics: kept.topics });
    await refresh();
  }
  return (
    <Form
      save={save}
      fields={[]}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      acts={
        <Button look="main" type="submit" className="justify-self-start" isBusy={save.isBusy} disabled={!isDirty}>
          {t('understanding.save')}
        </Button>
      }
    >
      <Unsaved isDirty={isDirty} />
      <Triggers triggers={draft.triggers} shipped={shipped} onChange={(triggers) => setDraft({ ...draft, triggers })} />
      <Topics topics={draft.topics} onChange={(topics) => setDraft({ ...draft, topics })} />
    </Form>
  );
}
