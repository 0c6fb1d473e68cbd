import type { Locator, Page } from "playwright-core";
import { z } from "zod";
import { leadingNumber } from "./page.ts";

const point = z.object({
  id: z.string(),
  kind: z.enum(["CLUSTER", "PILE", "PERSON"]),
  label: z.string(),
  count: z.number(),
  longitude: z.number(),
  latitude: z.number(),
});
const drawn = z.object({ total: z.number(), located: z.number(), unlocated: z.number(), features: z.array(point) });
const asksForMap = z.object({ operationName: z.literal("Map_TalentMap") });
const mapAnswer = z.object({ data: z.object({ talentMap: drawn }) });

/** One counted point, as the server gave it to the screen. */
export type Point = z.infer<typeof point>;

/** What the screen was told to draw. */
export type Drawn = z.infer<typeof drawn>;

/** Collects the answers that the map draws from. Start it before the page's first request; `last` is undefined until one came. */
export function mapAnswers(page: Page): { last: () => Drawn | undefined } {
  let last: Drawn | undefined;
  page.on("response", async (response) => {
    if (!asksForMap.safeParse(response.request().postDataJSON()).success) return;
    // An answer that comes while its page is being closed cannot be read, and nobody waits for it.
    const answer = mapAnswer.safeParse(await response.json().catch(() => undefined));
    last = answer.data?.data.talentMap ?? last;
  });
  return { last: () => last };
}

/** The picture of the map. */
export function mapCanvas(page: Page): Locator {
  return page.locator(".map-canvas canvas");
}

/** The people of the side list, each a link to a profile. */
export function cards(page: Page): Locator {
  return page.locator(".map-list .map-card");
}

/** How many people the side list says it has; undefined while it is not known. */
export async function sideTotal(page: Page): Promise<number | undefined> {
  const text = await page.locator(".map-counts-line strong").first().innerText();
  return text === "…" ? undefined : leadingNumber(text);
}

/** How many people are said to have no location; 0 when nothing is said. */
export async function sideUnlocated(page: Page): Promise<number> {
  const said = page.locator(".map-counts-line").getByText(/人无位置$/);
  return (await said.count()) === 0 ? 0 : leadingNumber(await said.first().innerText());
}

/** Chooses one of the displays by its words. */
export async function display(page: Page, words: string): Promise<void> {
  await page.locator(".map-segment").filter({ hasText: words }).click();
}

/** `latitude`, `longitude` and `zoom` of the address, once the map has written them there. */
export function cameraOf(page: Page): { latitude: number; longitude: number; zoom: number } | undefined {
  const [latitude, longitude, zoom] = (new URL(page.url()).searchParams.get("at") ?? "").split(",").map(Number);
  return latitude === undefined || longitude === undefined || zoom === undefined ? undefined : { latitude, longitude, zoom };
}

const TILE = 512;
const mercator = (latitude: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);

/** Where a point stands in the canvas, in pixels from its upper left corner (Web Mercator, as the map is drawn). */
export function pixelOf(
  camera: { latitude: number; longitude: number; zoom: number },
  size: { width: number; height: number },
  point: Point,
): { x: number; y: number } {
  const world = TILE * 2 ** camera.zoom;
  return {
    x: size.width / 2 + ((point.longitude - camera.longitude) / 360) * world,
    y: size.height / 2 + (mercator(point.latitude) - mercator(camera.latitude)) * world,
  };
}

/** How many different colours a picture of the element has, read in a page of its own. */
export async function coloursOf(element: Locator): Promise<number> {
  const picture = `data:image/png;base64,${(await element.screenshot()).toString("base64")}`;
  const blank = await element.page().context().newPage();
  const colours = await blank.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext("2d");
    if (pen === null) return 0;
    pen.drawImage(image, 0, 0);
    return new Set(new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
  }, picture);
  await blank.close();
  return colours;
}
