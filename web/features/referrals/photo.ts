import { type EntryFile, newKey } from "./entry.ts";

/** Files that may go with a referral. */
export const MAX_FILES = 3;
/** Bytes of a file that is sent as it is. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** Longest side of a photo, in pixels: a card stays legible. */
const LONGEST_SIDE = 1_600;
const QUALITY = 0.82;

/** Why a file cannot be taken: a key under `file` of this room's words. */
export type FileFault = "tooMany" | "tooLarge" | "kind" | "unreadable";

/** Width and height within a longest side, in whole pixels; never larger than before. */
export function fitted(width: number, height: number, longest: number = LONGEST_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Draws a photo anew at a size that can be sent. What the camera wrote into the file, place and device among it, is left behind.
 * @throws when the browser cannot read the picture
 */
async function redrawn(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const { width, height } = fitted(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext("2d");
  if (paint === null) throw new Error("no canvas");
  // A transparent picture becomes dark in JPEG; paper is white.
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, width, height);
  paint.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (blob === null) throw new Error("no picture");
  return blob;
}

/** The name of a photo after it became a JPEG. */
export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, "") || "photo"}.jpg`;
}

/** Makes a chosen file ready to be kept and sent; answers the fault when it cannot be taken. */
export async function prepared(file: File, alreadyThere: number): Promise<EntryFile | FileFault> {
  if (alreadyThere >= MAX_FILES) return "tooMany";
  if (file.type === "application/pdf") {
    return file.size > MAX_BYTES ? "tooLarge" : { id: newKey(), name: file.name, blob: file };
  }
  if (!file.type.startsWith("image/")) return "kind";
  try {
    const blob = await redrawn(file);
    return blob.size > MAX_BYTES ? "tooLarge" : { id: newKey(), name: jpegName(file.name), blob };
  } catch {
    return "unreadable";
  }
}
