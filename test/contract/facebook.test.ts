import { createFacebook } from '../../src/connectors/facebook/index.ts';
import { contractWorld, openMeta, PAGE_ID } from './meta-world.ts';
import { describeContract } from './suite.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  batch_with_a_broken_change: ['ignored', 'message', 'ignored', 'message', 'ignored'],
  comment: ['message'],
  comment_edited: ['edit'],
  comment_hidden: ['visibility'],
  comment_on_advertisement: ['message'],
  comment_removed: ['deletion'],
  comment_under_rating: ['message'],
  comment_unhidden: ['visibility'],
  comment_with_bare_id: ['message'],
  comment_without_author: ['message'],
  listed_comment: ['message'],
  listed_comment_bare_id: ['message'],
  listed_comment_changed: ['message', 'edit', 'visibility'],
  listed_comment_new: ['message', 'edit'],
  listed_comment_own: ['message'],
  listed_comment_photo: ['message'],
  listed_comment_without_author: ['message'],
  listed_gone: ['deletion'],
  listed_post_of_visitor: ['message'],
  listed_post_own: ['post'],
  listed_post_own_empty: ['ignored'],
  listed_rating: ['message'],
  listed_rating_changed: ['message', 'edit'],
  listed_tagged: ['message', 'edit'],
  listed_unknown: ['ignored'],
  mention: ['message'],
  mention_with_ids_only: ['message'],
  own_page_comment_comes_back: ['message'],
  page_photo_post: ['post'],
  page_status_post: ['post'],
  page_video_post_first_event: ['ignored'],
  photo_comment_without_text: ['message'],
  post_moved_to_bin: ['deletion'],
  post_removed: ['deletion'],
  ratings: ['message'],
  reaction_on_post: ['reaction'],
  reaction_removed_from_comment: ['reaction'],
  reply_to_comment: ['message'],
  unknown: ['ignored', 'ignored', 'ignored', 'ignored'],
  unknown_object: ['ignored'],
  visitor_post: ['message'],
};

describeContract('facebook', async () => {
  const meta = await openMeta(createFacebook);
  meta.networks.publishAsPage(PAGE_ID, 'Autumn is here, and so is the new Fjell jacket.');
  return contractWorld(meta, 'facebook', KINDS);
});
