import '../text/load-later.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../text/t.ts';
import { ByLink } from './by-link.tsx';
import { Door } from './door.tsx';
import { FirstStep } from './first-step.tsx';
import type { SecondStepAsked } from './proving.ts';
import { SecondStep } from './second-step.tsx';
import { optionsQuery } from './sign-in-options.ts';
import { useEnter } from './use-enter.ts';

/** The door: by a link, by password, passkey or the company's own sign-on; and what is asked after it. */
export function SignIn() {
  const { token, problem } = useSearch({ from: '/sign-in' });
  const enter = useEnter();
  // It leaves the address once its words are there; what they were asked for by stays.
  const [cameWith] = useState(problem);
  const options = useQuery(optionsQuery(cameWith));
  const [second, setSecond] = useState<SecondStepAsked | null>(null);
  // Undefined: nothing was tried on this page yet, and what single sign-on came back with is the latest there is.
  const [failure, setFailure] = useState<string | null>();
  const [isLinkSpent, setLinkSpent] = useState(false);
  const workspace = options.data?.workspace?.name;
  if (second)
    return (
      <Door title={t('second.title')}>
        <SecondStep
          asked={second}
          onDone={enter}
          onStartOver={(why) => {
            setSecond(null);
            setFailure(why);
            setLinkSpent(true);
          }}
        />
      </Door>
    );
  if (token && !isLinkSpent)
    return (
      <ByLink
        token={token}
        onDone={enter}
        onSecond={setSecond}
        onFailed={(why) => {
          setFailure(why);
          setLinkSpent(true);
        }}
      />
    );
  return (
    <Door title={workspace ? t('signIn.titleOf', { workspace }) : t('signIn.title')}>
      <FirstStep
        options={options.data}
        isReading={options.isPending}
        failure={failure === undefined ? (options.data?.problem ?? null) : failure}
        onFailure={setFailure}
        onDone={enter}
        onSecond={setSecond}
      />
    </Door>
  );
}
