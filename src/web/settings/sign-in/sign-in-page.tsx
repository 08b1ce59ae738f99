import { useQuery } from '@tanstack/react-query';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { securityQuery } from './security-query.ts';
import { Sessions } from './sessions.tsx';

/** How one proves who one is, and where one is signed in. */
export default function SignInPage() {
  const security = useQuery(securityQuery);
  return (
    <Sheet title={t('page.sign-in')} about={t('mySecurity.about')}>
      <Loaded query={security} what={t('what.security')}>
        {(mine) => (
          <>
            <Password security={mine} />
            <SecondFactor security={mine} />
            <Passkeys security={mine} />
          </>
        )}
      </Loaded>
      <Sessions />
    </Sheet>
  );
}
