import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MySecurity } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export const securityQuery = queryOptions({
  queryKey: ['my-security'],
  queryFn: ({ signal }) => call<MySecurity>('GET', '/api/me/security', undefined, signal),
});

/** How one proves who one is, and where one is signed in. */
export default function SignInPage() {
  const security = useQuery(securityQuery);
  return (
    <Sheet title={t('page.sign-in')} about={t('mySecurity.about')}>
      <Loaded query={security} what={t('what.security')}>
        {(mine) => (
          <>
            <Password hasPassword={mine.hasPassword} />
            <SecondFactor security={mine} />
            <Passkeys security={mine} />
          </>
        )}
      </Loaded>
      <Sessions />
    </Sheet>
  );
}
