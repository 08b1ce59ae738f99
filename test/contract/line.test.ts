import type { Connector } from '../../src/core/channel/connector.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import { account, credentials, openLineWorld } from './line-world.ts';
import { describeContract } from './suite.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  account_link: ['notice'],
  activated: ['notice'],
  audio: ['message'],
  beacon: ['ignored'],
  bot_resumed: ['notice'],
  bot_suspended: ['notice'],
  deactivated: ['notice'],
  delivery: ['ignored'],
  empty: ['ignored'],
  file: ['message'],
  follow: ['notice'],
  follow_again: ['notice'],
  image: ['message'],
  image_external: ['message'],
  join: ['notice'],
  leave: ['notice'],
  location: ['message'],
  member_joined: ['notice'],
  member_left: ['notice'],
  membership: ['notice'],
  message_edited: ['edit'],
  module: ['ignored'],
  new_kind_of_message: ['message'],
  postback: ['message'],
  postback_date: ['message'],
  several: ['message', 'ignored', 'message'],
  standby: ['message'],
  sticker: ['message'],
  text: ['message'],
  text_in_group_without_person: ['message'],
  text_in_room: ['message'],
  text_mention_in_group: ['message'],
  text_quoting: ['message'],
  text_redelivered: ['message'],
  two_images: ['message', 'message'],
  unfollow: ['notice'],
  unknown: ['ignored', 'ignored', 'ignored', 'ignored', 'ignored'],
  unknown_envelope: ['ignored'],
  unsend: ['deletion'],
  video: ['message'],
  video_play_complete: ['ignored'],
};

describeContract('line', async () => {
  const world = await openLineWorld();
  return {
    connector: world.connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, channelSecret: 'of-another-channel' },
    account,
    network: world.network,
    personas: [ida, oskar],
    arrived: world.arrived,
    fixtures: fixturesOf('line', KINDS),
    close: world.close,
  };
});
