import { answerOf, send } from "./http.ts";

/** The name that the server gives a file, or null when it gives none. */
export function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1] ?? null;
}

/**
 * Fetches a file and hands it to the browser to be saved. A refusal becomes a sentence, not a file.
 * @returns the name of the file
 * @throws RequestError
 */
export async function saveFile(href: string, fallbackName: string): Promise<string> {
  const response = await send(href, { method: "GET" });
  if (!response.ok) return await answerOf<never>(response);
  const name = fileNameIn(response.headers.get("content-disposition")) ?? fallbackName;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over by then; kept, it would stay in memory as long as the page.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}
