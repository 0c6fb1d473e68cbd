const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/**
 * Text that a spreadsheet shows instead of running: a leading apostrophe before anything that could start a formula (CWE-1236, including the
 * full-width forms that Excel accepts). The server does the same to the files it makes; a test holds the two together.
 */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
