export type PartName =
  | 'identities'
  | 'tasks'
  | 'fields'
  | 'contactFields'
  | 'notes'
  | 'linked'
  | 'elsewhere'
  | 'line'
  | 'standing';
