import { mastodonWorld } from './mastodon-world.ts';
import { describeContract } from './suite.ts';

describeContract('mastodon', mastodonWorld);
