import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en } from './en.ts';

/** The catalogue, parsed. The build puts the parsed catalogue in the place of this module, so that no browser carries the parser. */
export const compiled = Object.fromEntries(Object.entries(en).map(([key, text]) => [key, compileMessage(text)]));
