import { loadModel, type Shipped } from './load-model.ts';

let loaded: Shipped | null = null;

/** The shipped model, loaded when first asked for and once. */
export function shipped(): Shipped {
  loaded ??= loadModel();
  return loaded;
}
