/**
 * Keeps the app's own files in the browser, so that the form opens again without signal. Needs TLS or this machine; without it the form
 * works for as long as the page is open.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // A browser that refuses has its reasons, such as private mode: everything but a reload without signal still works.
  navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
