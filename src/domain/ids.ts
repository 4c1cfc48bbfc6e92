export type DraftId = string & { readonly brand: 'DraftId' };
/** A value's identity: survives renaming, moving and rewording from draft to draft. Unique within its charter. */
export type ValueId = string & { readonly brand: 'ValueId' };
