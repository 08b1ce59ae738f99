import type { Preview } from '../../../wire/listening.ts';
import { needWords } from '../../listen/need-words.ts';
import { Button } from '../../parts/button.tsx';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import type { Body } from './draft.ts';
import { WordMenu } from './word-menu.tsx';
import { listed } from './words.ts';

/** Why a post was let pass, and the change of the rule that would have heard it. */
export function NearlyFixes({
  post,
  body,
  onChange,
}: {
  readonly post: Preview['nearly'][number];
  readonly body: Body;
  readonly onChange: (more: Partial<Body>) => void;
}) {
  const { why, word, language, needs } = post;
  const name = language ? languageName(language) : '';
  const reason = t(
    why === 'no_trigger' ? `preview.why.${body.care === 'words' ? 'no_trigger' : 'no_care'}` : `preview.why.${why}`,
    {
      word,
      language: name,
    },
  );
  return (
    <>
      <span className="me-2 text-s font-medium text-warn">{reason}</span>
      {why === 'excluded' && word !== null && (
        <Fix onPress={() => onChange({ without: body.without.filter((one) => one !== word) })}>
          {t('preview.fix.excluded', { word })}
        </Fix>
      )}
      {why === 'language' && language !== null && (
        <Fix onPress={() => onChange({ languages: [...new Set([...body.languages, language])] })}>
          {t('preview.fix.language', { language: name })}
        </Fix>
      )}
      {why === 'no_trigger' && (
        <>
          <WordMenu
            trigger={t('preview.addTrigger')}
            about={t('preview.addTriggerAbout')}
            post={post}
            onChoose={(chosen) => onChange({ triggers: withWord(body.triggers, language ?? '*', chosen) })}
          />
          {needs.length > 0 && (
            <Fix onPress={() => onChange({ care: 'understood' })}>
              {t('preview.fix.understood', { as: listed(needs.map(needWords)) })}
            </Fix>
          )}
          <Fix onPress={() => onChange({ care: 'anything' })}>{t('preview.fix.no_trigger')}</Fix>
        </>
      )}
    </>
  );
}

function Fix({ onPress, children }: { readonly onPress: () => void; readonly children: string }) {
  return (
    <Button look="quiet" className="-mx-2 !h-[26px] !px-2 text-s !text-accent max-phone:!h-10" onClick={onPress}>
      {children}
    </Button>
  );
}

const withWord = (all: Body['triggers'], language: string, word: string): Body['triggers'] => ({
  ...all,
  [language]: [...new Set([...(all[language] ?? []), word])],
});
