import type { ColumnType } from 'kysely';
import type { Json } from '../../core/ids.ts';

/** JSON goes in as text that we serialised ourselves, and comes out parsed. */
export type JsonColumn = ColumnType<Json, string, string>;
export type JsonWithDefault = ColumnType<Json, string | undefined, string>;
export type NullableJson = ColumnType<Json, string | null | undefined, string | null>;
