import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../frame/use-me.ts';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { OwnModel } from './own-model.tsx';
import { understandingQuery } from './queries.ts';
import { SecondOpinion } from './second-opinion.tsx';
import { Shipped } from './shipped.tsx';
import { WordsForm } from './words-form.tsx';

/** What is read out of messages: by the shipped model, by what the team taught it, and by the words of the house. */
export default function Understanding() {
  const understanding = useQuery(understandingQuery);
  const may = useMay();
  return (
    <Sheet title={t('page.understanding')} about={t('understanding.about')}>
      <Loaded query={understanding} what={t('what.understanding')}>
        {({ own, shipped, words }) => (
          <>
            <OwnModel heads={own} />
            <Shipped shipped={shipped} />
            <WordsForm key={words.version} words={words} shipped={shipped.triggers} />
          </>
        )}
      </Loaded>
      {may('inboxes.manage') && <SecondOpinion />}
    </Sheet>
  );
}
