import type { Connector } from '../../src/core/channel/connector.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import { describeContract } from './suite.ts';
import { account, credentials, openViberWorld } from './viber-world.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  contact: ['message'],
  conversation_started: ['notice'],
  delivered: ['delivery'],
  failed: ['delivery'],
  file: ['message'],
  keyboard_button_pressed: ['message'],
  location: ['message'],
  new_kind_of_message: ['message'],
  picture: ['message'],
  rich_media: ['message'],
  seen: ['delivery'],
  sticker: ['message'],
  subscribed: ['notice'],
  text: ['message'],
  token_as_text: ['message'],
  unknown: ['ignored'],
  unknown_without_event: ['ignored'],
  unknown_without_person: ['ignored'],
  unsubscribed: ['notice'],
  url: ['message'],
  video: ['message'],
  webhook: ['ignored'],
  without_profile: ['message'],
};

describeContract('viber', async () => {
  const world = await openViberWorld();
  return {
    connector: world.connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, authToken: '0000-not-this-one' },
    account,
    network: world.network,
    personas: [ida, oskar],
    arrived: world.arrived,
    fixtures: fixturesOf('viber', KINDS, { account }),
    close: world.close,
  };
});
