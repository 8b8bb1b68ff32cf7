// Bytes that JSON documents are made of.

/** `\n` */
export const NEWLINE = 10;
/** `\r` */
export const CARRIAGE_RETURN = 13;
/** A blank; all bytes up to it are white space. */
export const SPACE = 32;
/** `"` */
export const QUOTE = 34;
/** `,` */
export const COMMA = 44;
/** `:` */
export const COLON = 58;
/** `[` */
export const OPEN_LIST = 91;
/** `\` */
export const BACKSLASH = 92;
/** `]` */
export const CLOSE_LIST = 93;
/** `{` */
export const OPEN_OBJECT = 123;
/** `}` */
export const CLOSE_OBJECT = 125;
/** The first byte of a UTF-8 byte order mark. */
export const BYTE_ORDER_MARK_LEAD = 0xef;
