import { z } from 'zod';
import {
  ABOUT_NUMBER,
  ABOUT_STATE,
  ABOUT_TEXT,
  ABOUT_VALUE,
  FIELD_IS,
  MOST_CONDITIONS,
  SORTS,
} from '../core/conversation/filter.ts';
import { Id } from './common.ts';

/** What can be asked about a conversation. Values of people may be `me` or `none`, of teams `mine` or `none`. */
export const Condition = z.discriminatedUnion('about', [
  z.object({
    about: z.enum(ABOUT_VALUE),
    is: z.enum(['one_of', 'none_of']),
    values: z.array(z.string().max(200)).min(1).max(50),
  }),
  z.object({
    about: z.enum(ABOUT_NUMBER),
    is: z.enum(['at_least', 'at_most']),
    value: z.number().min(0).max(1_000_000_000),
  }),
  z.object({
    about: z.enum(ABOUT_TEXT),
    is: z.enum(['contains', 'lacks']),
    value: z.string().trim().min(1).max(200),
  }),
  z.object({
    about: z.enum(ABOUT_STATE),
    is: z.enum(['yes', 'no']),
  }),
  z.object({
    about: z.literal('field'),
    fieldId: Id,
    is: z.enum(FIELD_IS),
    values: z.array(z.union([z.string().max(500), z.number()])).max(50),
  }),
]);
export const Filter = z.object({ match: z.enum(['all', 'any']), conditions: z.array(Condition).max(MOST_CONDITIONS) });
export const Sort = z.enum(SORTS);

const Name = z.string().trim().min(1, 'A name is needed.').max(80);
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filter: Filter,
  sort: Sort,
  audience: z.enum(['me', 'everybody', 'team']),
  teamId: Id.nullable(),
  ownerId: Id.nullable(),
  position: z.number().describe('Views stand in this order, then by name'),
  mayChange: z.boolean(),
});
export const SavedViewList = z.object({ items: z.array(SavedView) });
/** `everybody` and `team` need `views.share`. */
export const NewView = z.object({
  id: Id,
  name: Name,
  filter: Filter,
  sort: Sort.default('priority'),
  audience: SavedView.shape.audience.default('me'),
  teamId: Id.nullable().default(null),
});
export const PatchView = z.object({
  name: Name.optional(),
  filter: Filter.optional(),
  sort: Sort.optional(),
  audience: SavedView.shape.audience.optional(),
  teamId: Id.nullable().optional(),
  position: z.number().int().min(0).max(10_000).optional(),
});
export type Condition = z.infer<typeof Condition>;
export type Filter = z.infer<typeof Filter>;
export type Sort = z.infer<typeof Sort>;
export type SavedView = z.infer<typeof SavedView>;
