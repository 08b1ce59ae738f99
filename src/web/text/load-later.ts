import { compiledLater } from './compiled-later.ts';
import { addTexts } from './t.ts';

/** Imported for its effect by whatever uses these words: they cost the first load nothing. */
addTexts(compiledLater);
