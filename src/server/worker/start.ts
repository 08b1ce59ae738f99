import { startFiler } from '../../actions/file/filer.ts';
import { baseOf, shippedModel } from '../../actions/understanding/understand.ts';
import { createHear } from '../../core/listening/hear.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import { rememberOwn } from '../../storage/learning/own.ts';
import { rememberRules } from '../../storage/listening/listening-rules.ts';
import { startHolidays } from '../clocks/refresh-holidays.ts';
import { shopCallbacks } from '../commerce/shop-callback.ts';
import { type ShopKeeperOptions, startShopKeeper } from '../commerce/shop-keeper.ts';
import { startLearner } from '../learning/learner.ts';
import { startSecondOpinions } from '../second-opinion/second-opinions.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startGiver } from './giver.ts';
import { type HookSenderOptions, startHookSender } from './hook-sender.ts';
import { startJudging } from './judge-inboxes.ts';
import { type LookingOptions, startLooking } from './look-at-accounts.ts';
import { startLookUps } from './look-ups.ts';
import { type MailerOptions, startMailer } from './mailer.ts';
import { startMediaFetcher } from './media-fetcher.ts';
import { startPuller } from './puller.ts';
import { startPushSender } from './push-sender.ts';
import { startSender } from './sender.ts';
import { startSpikeLooker } from './spike-looker.ts';
import { startTimers } from './timers.ts';
import { startTriager } from './triager.ts';

export interface WorkerOptions
  extends WorkerDeps,
    Pick<LookingOptions, 'callbackUrl' | 'sealFor'>,
    Pick<HookSenderOptions, 'seal'>,
    Pick<MailerOptions, 'config'>,
    Pick<ShopKeeperOptions, 'shops'> {
  readonly understand: Understand;
  /** Origins whose files are fetched although their address is not public: the simulated networks of practice. */
  readonly trustedOrigins?: readonly string[];
}

/**
 * Everything that works behind the desk: files what arrives, reads, sends, fetches, looks up, and keeps the time.
 * Several workers may run beside each other. Ends with the signal; `stopped` resolves when nothing is under way.
 */
export async function startWorker(options: WorkerOptions): Promise<Running> {
  const trustedOrigins = new Set(options.trustedOrigins ?? []);
  const parts = await Promise.all([
    startFiler({
      ...options,
      ownOf: rememberOwn(options.db.read),
      listening: { rulesOf: rememberRules(options.db.read), hear: createHear() },
    }),
    startSender(options),
    startPuller(options),
    startMediaFetcher({ ...options, trustedOrigins }),
    startLookUps(options),
    startTimers(options),
    startTriager(options),
    startLearner({ ...options, shipped: { baseOf, version: shippedModel.version } }),
    startSecondOpinions(options),
    startHolidays(options),
    startGiver(options),
    startSpikeLooker(options),
    startLooking(options),
    startJudging(options),
    startHookSender(options),
    startPushSender(options),
    startMailer(options),
    startShopKeeper({ ...options, shopCallback: shopCallbacks(options) }),
  ]);
  return { stopped: Promise.all(parts.map(({ stopped }) => stopped)).then(() => undefined) };
}
