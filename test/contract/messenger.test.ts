import { createMessenger } from '../../src/connectors/messenger/index.ts';
import { contractWorld, openMeta } from './meta-world.ts';
import { describeContract } from './suite.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  about_a_product: ['message'],
  appointment: ['message'],
  delivery: ['delivery'],
  delivery_without_mids: ['delivery'],
  echo_human_in_page_inbox: ['message'],
  echo_of_our_app: ['message'],
  fallback_without_payload: ['message'],
  feed_of_facebook: [],
  file: ['message'],
  from_click_to_messenger_ad: ['message'],
  get_started_with_referral: ['message'],
  ids_as_numbers: ['message'],
  like_sticker_older_form: ['message'],
  like_sticker_since_31_aug_2026: ['message'],
  location: ['message'],
  message_edited: ['edit'],
  optin: ['notice'],
  policy: ['notice'],
  postback: ['message'],
  quick_reply_tapped: ['message'],
  reaction: ['reaction'],
  read: ['delivery'],
  referral_existing_thread: ['notice'],
  shared_link_fallback: ['message'],
  standby: ['message'],
  text: ['message'],
  text_reply_to: ['message'],
  thread_passed_to_us: ['notice'],
  thread_requested: ['notice'],
  thread_taken_from_us: ['notice'],
  two_photos: ['message'],
  unknown: ['ignored', 'ignored', 'ignored', 'ignored'],
  unreaction: ['reaction'],
  voice_and_video: ['message'],
};

describeContract('messenger', async () => contractWorld(await openMeta(createMessenger), 'messenger', KINDS));
