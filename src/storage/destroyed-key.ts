/**
 * Stands where the key of a sealed charter was, until what the database keeps of deleted rows is overwritten; then the
 * row goes too. So whatever process comes next knows what is left to do.
 */
export const destroyedKey = '';
