import { openGoogleReviews } from './google_reviews-world.ts';
import { describeContract } from './suite.ts';

describeContract('google_reviews', async () => (await openGoogleReviews()).world);
