const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/**
 * Text that a spreadsheet shows instead of running: a leading apostrophe before anything that could start a formula
 * (CWE-1236, including the full-width forms that Excel accepts). Other text is returned unchanged.
 */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
