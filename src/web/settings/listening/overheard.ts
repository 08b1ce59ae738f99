import type { z } from 'zod';
import type { Overheard as Shape } from '../../../wire/listening.ts';

export type Overheard = z.infer<typeof Shape>;
