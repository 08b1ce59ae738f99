import type { View } from '../../core/conversation/view.ts';

/** Which list: a view, in one inbox or in all of them. */
export interface ListKey {
  readonly view: View;
  readonly inbox: string | null;
}
