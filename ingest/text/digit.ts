// A UTF-16 code -> whether it is a digit 0 to 9.
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
