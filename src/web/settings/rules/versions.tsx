import { useQuery } from '@tanstack/react-query';
import type { Rule } from '../../../wire/rules.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, fullWords } from '../../time/words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { versionsQuery } from './queries.ts';
import { useActWords, useWhenWords } from './use-rule-words.ts';

/** How the rule was before, and the way back. */
export function Versions({ rule }: { readonly rule: Rule }) {
  const versions = useQuery(versionsQuery(rule.id));
  const settle = useSettle('rules');
  const now = useNow();
  const whenWords = useWhenWords();
  const actWords = useActWords();
  return (
    <Section title={t('rules.versions')}>
      <Loaded query={versions} what={t('what.versions')}>
        {({ items }) => (
          <Lines label={t('rules.versions')}>
            {items.map(({ version, body, savedAt, savedBy }) => (
              <Line key={version}>
                <div className="min-w-[200px] flex-1 py-1">
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{t('rules.version', { version })}</span>
                    {version === rule.version && <Chip tone="accent">{t('rules.versionNow')}</Chip>}
                    <span className="text-s text-ink-3" title={fullWords(savedAt)}>
                      {t('rules.versionBy', { at: agoWords(savedAt, now), name: savedBy ?? t('rules.somebody') })}
                    </span>
                  </p>
                  <p className="text-ink-2">
                    {body.name}: {whenWords(body)} → {body.acts.map(actWords).join(', ')}
                  </p>
                </div>
                {version !== rule.version && (
                  <Button
                    onClick={() =>
                      void settle(
                        'POST',
                        `/api/rules/${rule.id}/take-back`,
                        { version },
                        t('rules.tookBack', { name: body.name, version }),
                      )
                    }
                  >
                    {t('rules.takeBack')}
                  </Button>
                )}
              </Line>
            ))}
          </Lines>
        )}
      </Loaded>
    </Section>
  );
}
