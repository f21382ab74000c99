// How large a document may be. One number, for every way in.

/** A file, member or line beyond this is no document that a person wrote; in bytes. */
export const MAX_BYTES = 64 * 2 ** 20
