/** Hands a file that the page made to the browser to be saved. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over by then; kept, it would stay in memory as long as the page.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
