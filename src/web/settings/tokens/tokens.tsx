import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApiToken } from '../../../wire/people.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { tokensQuery } from '../queries.ts';
import { NewToken } from './new-token.tsx';
import { RenameToken } from './rename-token.tsx';

/** Keys for programs. What a token was is shown once; afterwards only what it may do and when it was used. */
export default function Tokens() {
  const tokens = useQuery(tokensQuery);
  const now = useNow();
  const [isMaking, setMaking] = useState(false);
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
      {t('tokens.add')}
    </Button>
  );
  const isOver = (one: ApiToken) =>
    one.revokedAt !== null || (one.expiresAt !== null && Date.parse(one.expiresAt) <= now);
  return (
    <Sheet title={t('page.tokens')} about={t('tokens.about')} acts={add}>
      <Loaded query={tokens} what={t('what.tokens')}>
        {({ items }) => {
          const live = items.filter((one) => !isOver(one));
          const over = items.filter(isOver);
          return (
            <>
              {live.length === 0 ? (
                <Empty title={t('tokens.none')} act={add}>
                  {t('tokens.noneAbout')}
                </Empty>
              ) : (
                <TokenLines tokens={live} now={now} />
              )}
              {over.length > 0 && (
                <Section title={t('tokens.over')}>
                  <TokenLines tokens={over} now={now} isOver />
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
      {isMaking && <NewToken scopes={tokens.data?.scopes ?? []} onClose={() => setMaking(false)} />}
    </Sheet>
  );
}

function TokenLines({
  tokens,
  now,
  isOver,
}: {
  readonly tokens: readonly ApiToken[];
  readonly now: number;
  readonly isOver?: boolean;
}) {
  const settle = useSettle('tokens');
  const [ask, asked] = useConfirm();
  const [renamed, setRenamed] = useState<ApiToken | null>(null);
  async function revoke({ id, name }: ApiToken) {
    const isSure = await ask({
      title: t('tokens.revokeTitle', { name }),
      about: t('tokens.revokeAbout'),
      act: t('tokens.revoke'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', `/api/tokens/${id}`, undefined, t('tokens.revoked', { name }));
  }
  return (
    <>
      <Lines>
        {tokens.map((token) => (
          <Line key={token.id}>
            <KeyRound size={16} aria-hidden className={isOver ? 'text-ink-3' : 'text-accent'} />
            <div className="min-w-[160px] flex-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {token.name}
                {token.isExpiringSoon && !isOver && <Chip tone="warn">{t('tokens.soon')}</Chip>}
                {token.revokedAt && <Chip>{t('tokens.isRevoked')}</Chip>}
                {isOver && !token.revokedAt && <Chip>{t('tokens.isExpired')}</Chip>}
              </p>
              <p className="text-s text-ink-3">
                {t('tokens.scopes', { count: token.scopes.length })} ·{' '}
                {token.expiresAt ? t('tokens.until', { at: momentWords(token.expiresAt, now) }) : t('tokens.forever')} ·{' '}
                {token.lastUsedAt
                  ? t('passkeys.used', { at: momentWords(token.lastUsedAt, now) })
                  : t('passkeys.unused')}
              </p>
            </div>
            {!isOver && (
              <>
                <Button look="quiet" onClick={() => setRenamed(token)}>
                  {t('settings.rename')}
                </Button>
                <Button look="quiet" onClick={() => void revoke(token)}>
                  {t('tokens.revoke')}
                </Button>
              </>
            )}
          </Line>
        ))}
      </Lines>
      {renamed && <RenameToken token={renamed} onClose={() => setRenamed(null)} />}
      {asked}
    </>
  );
}
