import { compileMessage } from '@lingui/message-utils/compileMessage';
import { later } from './later.ts';

/** As `compiled.ts`, for what comes later. */
export const compiledLater = Object.fromEntries(
  Object.entries(later).map(([key, text]) => [key, compileMessage(text)]),
);
