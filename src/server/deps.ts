import type { Receiver } from '../actions/receive.ts';
import type { Connectors } from '../connectors/registry.ts';
import type { Shops } from '../core/commerce/shop.ts';
import type { Database } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import type { Config } from './config.ts';
import type { MediaFolder } from './media/media-folder.ts';

/** What routes are made from. `main.ts` opens these and closes them; nobody else makes their own. */
export interface Deps {
  readonly config: Config;
  readonly db: Database;
  readonly connectors: Connectors;
  readonly shops: Shops;
  readonly seal: Seal;
  readonly receiver: Receiver;
  readonly media: MediaFolder;
  readonly now: () => Date;
}
