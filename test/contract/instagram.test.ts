import type { SimulatedNetwork } from '../../src/simulators/network.ts';
import { ACCOUNT, byAccount, byPage, contractWorld, openInstagram } from './instagram-world.ts';
import { describeContract } from './suite.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  batch_with_a_broken_change: ['message', 'ignored', 'ignored', 'ignored', 'message', 'ignored'],
  comment: ['message'],
  comment_flat: ['message'],
  comment_on_ad: ['message'],
  comment_own: ['message'],
  comment_reply: ['message'],
  comment_with_comment_id: ['message'],
  comment_without_author: ['message'],
  echo: ['message'],
  echo_by_another_id: ['message'],
  edited: ['edit'],
  edited_without_its_number: ['edit'],
  ephemeral: ['message'],
  from_ad: ['message'],
  ice_breaker: ['message'],
  ids_as_numbers: ['message'],
  igme_link: ['notice'],
  image: ['message'],
  inline_reply: ['message'],
  listed_comment: ['message'],
  listed_comment_hidden: ['message', 'visibility'],
  listed_comment_own: ['message'],
  listed_message: ['message'],
  listed_message_about_story: ['message'],
  listed_message_own: ['message'],
  listed_tag: ['message'],
  live_comment: ['message'],
  mention_in_caption: ['message'],
  mention_in_comment: ['message'],
  new_in_development_mode: ['message'],
  quick_reply: ['message'],
  reaction: ['reaction'],
  reply_to_our_story: ['message'],
  seen: ['delivery'],
  shared_post_older_form: ['message'],
  shared_post_since_feb_2026: ['message'],
  shared_reel: ['message'],
  standby: ['message'],
  story_mention: ['message'],
  story_mention_expired: ['message'],
  text: ['message'],
  text_as_change: ['message'],
  text_named_page: ['message'],
  thread_passed_to_us: ['notice'],
  thread_requested: ['notice'],
  thread_taken_from_us: ['notice'],
  to_itself: ['ignored'],
  unknown: ['ignored', 'ignored', 'ignored', 'ignored', 'ignored'],
  unknown_listed: ['ignored'],
  unknown_object: ['ignored'],
  unreaction: ['reaction'],
  unsent: ['deletion'],
  unsupported: ['message'],
  voice_video_file: ['message'],
};

const DIRECT = `direct:${ACCOUNT}`;

describeContract('instagram, comments by the login of Facebook', async () => {
  const world = await openInstagram(byPage);
  const { network } = world.instagram;
  world.instagram.subscribe(world.door.url, 'facebook');
  world.instagram.publish(ACCOUNT, 'Autumn is here, and so is the new Fjell jacket.');
  // Comments take no pictures: who has one to show writes a direct message.
  const say: SimulatedNetwork['say'] = (persona, said) =>
    network.say(persona, said.attachment ? { ...said, place: DIRECT } : said);
  return contractWorld(world, { ...network, say }, KINDS);
});

describeContract('instagram, direct messages by the login of Instagram', async () => {
  const world = await openInstagram(byAccount);
  const { network } = world.instagram;
  world.instagram.subscribe(world.door.url, 'instagram');
  const places: SimulatedNetwork['places'] = (persona) => network.places(persona).filter(({ id }) => id === DIRECT);
  return contractWorld(world, { ...network, places }, KINDS);
});
